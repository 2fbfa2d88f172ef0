import type { Headline } from '../blocks.ts';
import type { Measured } from '../measured.ts';
import { lowered } from '../first-letter.ts';
import { listInWords } from '../list-in-words.ts';
import { periodInWords } from '../periods.ts';
import { quantityText } from '../quantity.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { isShare } from '../wording/target.ts';
import { isHigh } from '../wording/signal.ts';
import { rangeOf } from '../wording/interval.ts';
import { shownPoints } from '../wording/trend.ts';
import { centreOf, trendPoints } from './trend-chart.ts';

/** The small chart beside a headline that is a share; none for one without a figure. */
export function glanceOf({ document, words, result }: Measured): Headline['glance'] {
  const { estimate, quantity } = headlineFigure(words, result);
  if (estimate === undefined || quantity !== 'share') return undefined;
  const { value, lower, upper } = estimate;
  const { trend, target } = result;
  const { cohort } = document.definitions[words.id] ?? {};
  const drawnTarget = isShare(target) ? target.value : undefined;
  const shown = trend === undefined ? [] : shownPoints(trend);
  const [first, last] = [shown[0], shown.at(-1)];
  const over =
    trend === undefined || shown.length < 2
      ? undefined
      : {
          points: trendPoints(trend, document.definitions[words.id]?.direction ?? 'neutral'),
          ...centreOf(trend),
        };
  const number = (share: number) => quantityText('share', share);
  return {
    alt: [
      `Small chart: ${number(value)} on a scale from 0% to 100%`,
      lower === null || upper === null ? '' : `, 95% interval ${rangeOf(lower, upper, 'share')}`,
      drawnTarget === undefined ? '' : `, target ${number(drawnTarget)}`,
      '.',
      over === undefined || first === undefined || last === undefined
        ? ''
        : ` By ${trend?.every ?? 'month'}${cohort === undefined ? '' : `, of another share (${lowered(cohort)})`}: ${number(first.value)} in ${periodInWords(first.period)}, ${number(last.value)} in ${periodInWords(last.period)}${over.centre === undefined ? '' : `, ${over.centre.label.toLowerCase()} ${number(over.centre.value)}`}. ${signalsInWords(shown)}`,
    ].join(''),
    spec: {
      kind: 'glance',
      value,
      lower,
      upper,
      ...(drawnTarget === undefined ? {} : { target: drawnTarget }),
      ...(over === undefined ? {} : { over }),
    },
  };
}

function signalsInWords(shown: ReturnType<typeof shownPoints>): string {
  const signals = shown.flatMap(({ period, signal }) =>
    signal === undefined ? [] : [`${periodInWords(period)} (${isHigh(signal) ? 'high' : 'low'})`],
  );
  return signals.length === 0 ? 'No point is a signal.' : `Signals: ${listInWords(signals)}.`;
}
