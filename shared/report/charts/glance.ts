import type { Headline } from '../blocks.ts';
import type { Measured } from '../measured.ts';
import { periodInWords } from '../periods.ts';
import { quantityText } from '../quantity.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { isShare } from '../wording/target.ts';
import { rangeOf } from '../wording/interval.ts';
import { shownPoints } from '../wording/trend.ts';
import { centreOf, trendPoints } from './trend-chart.ts';

/** The small chart beside a headline that is a share; none for one without a figure. */
export function glanceOf({ document, words, result }: Measured): Headline['glance'] {
  const { estimate, quantity } = headlineFigure(words, result);
  if (estimate === undefined || quantity !== 'share') return undefined;
  const { value, lower, upper } = estimate;
  const { trend, target } = result;
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
        : ` Over time, ${number(first.value)} in ${periodInWords(first.period)} and ${number(last.value)} in ${periodInWords(last.period)}.`,
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
