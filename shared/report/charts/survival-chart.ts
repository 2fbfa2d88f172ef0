import type { MeasureResult, SurvivalFigure } from '../../outcomes/document.ts';
import { formatPercent } from '../../render/format.ts';
import type { Chart } from '../blocks.ts';
import { absent, cellText } from '../cells.ts';
import type { MeasureWords } from '../measure-words.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { isShare } from '../wording/target.ts';
import { leftOutInWords } from './left-out.ts';
import { rangeInWords } from './range.ts';

/**
 * The share at each reported day with its interval; nothing is drawn between the days. Every reported day is on the
 * axis, one without a figure with its shorthand. Undefined when the headline day has no figure.
 */
export function survivalChart(
  words: MeasureWords,
  result: SurvivalFigure & Pick<MeasureResult, 'target'>,
  title: string,
): Chart | undefined {
  const { day = 0, estimate } = headlineFigure(words, result);
  if (estimate === undefined) return undefined;
  const points = result.points.flatMap((point) => (point.state === 'estimated' ? [point] : []));
  const missing = result.points.flatMap((point) => (point.state === 'estimated' ? [] : [point]));
  const { target } = result;
  const drawn = points.map((point) => `day ${point.day} ${rangeInWords(point)}`).join('; ');
  const goal = isShare(target) ? ` The target at day ${day} is ${formatPercent(target.value)}.` : '';
  const note = leftOutInWords(missing.map((point) => ({ what: `day ${point.day}`, absence: point })));
  return {
    kind: 'chart',
    id: words.id,
    title: `${title} at the reported days; the bars are 95% intervals`,
    alt: `Chart: ${title}. One point with its 95% interval for each reported day: ${drawn}.${goal}${note ? ` ${note}` : ''}`,
    ...(note ? { note } : {}),
    spec: {
      kind: 'points',
      axis: words.axis,
      points: points.map(({ day: at, value, lower, upper }) => ({ day: at, value, lower, upper })),
      missing: missing.map((point) => ({ day: point.day, code: cellText(absent(point)) })),
      ...(isShare(target) ? { target: { day, value: target.value } } : {}),
    },
  };
}
