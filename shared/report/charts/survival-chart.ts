import type { MeasureResult, SurvivalFigure } from '../../outcomes/document.ts';
import { formatPercent } from '../../render/format.ts';
import type { Chart } from '../blocks.ts';
import type { MeasureWords } from '../measure-words.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { isShare } from '../wording/target.ts';
import { leftOutInWords } from './left-out.ts';
import { rangeInWords } from './range.ts';

/** The share at each reported day with its interval; nothing is drawn between the days. */
export function survivalChart(
  words: MeasureWords,
  result: SurvivalFigure & Pick<MeasureResult, 'target'>,
  title: string,
): Chart | undefined {
  const points = result.points.flatMap((point) => (point.state === 'estimated' ? [point] : []));
  if (points.length === 0) return undefined;
  const { day = 0 } = headlineFigure(words, result);
  const { target } = result;
  const drawn = points.map((point) => `day ${point.day} ${rangeInWords(point)}`).join('; ');
  const goal = isShare(target) ? ` The target at day ${day} is ${formatPercent(target.value)}.` : '';
  const missing = leftOutInWords(result.points);
  return {
    kind: 'chart',
    id: words.id,
    title,
    alt: `Chart: ${title}. One point with its 95% interval for each reported day: ${drawn}.${goal}${missing}`,
    spec: {
      kind: 'points',
      axis: words.axis,
      points: points.map(({ day: at, value, lower, upper }) => ({ day: at, value, lower, upper })),
      ...(isShare(target) ? { target: { day, value: target.value } } : {}),
    },
  };
}
