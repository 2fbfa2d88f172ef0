import type { Figure, MeasureResult, ProportionFigure } from '../../outcomes/document.ts';
import { formatPercent } from '../../render/format.ts';
import type { Chart, Interval } from '../blocks.ts';
import { labelOf } from '../labels.ts';
import type { MeasureWords } from '../measure-words.ts';
import { isShare } from '../wording/target.ts';
import { rangeInWords } from './range.ts';

const MOST_ROWS = 14;

type Row = Interval & { label: string };

/** A proportion as a dot with its interval, and below it those splits that fit whole, in their order. */
export function intervalsChart(
  words: MeasureWords,
  result: ProportionFigure & Pick<MeasureResult, 'target' | 'splits'>,
  title: string,
): Chart | undefined {
  const rows = rowOf('All', result);
  let withheld = result.state === 'estimated' ? 0 : 1;
  for (const [dimension, categories] of Object.entries(result.splits ?? {})) {
    const entries = Object.entries(categories);
    const drawn = entries.flatMap(([category, figure]) =>
      rowOf(`${labelOf(dimension)}: ${labelOf(category, dimension)}`, figure),
    );
    if (rows.length + drawn.length > MOST_ROWS) continue;
    rows.push(...drawn);
    withheld += entries.length - drawn.length;
  }
  if (rows.length === 0) return undefined;
  const { target } = result;
  const goal = isShare(target) ? ` The target is ${formatPercent(target.value)}.` : '';
  const missing = withheld ? ` Not drawn: ${withheld} without a figure.` : '';
  const drawn = rows.map((row) => `${row.label} ${rangeInWords(row)}`).join('; ');
  return {
    kind: 'chart',
    id: words.id,
    title,
    alt: `Chart: ${title}. One dot with its 95% interval for each group: ${drawn}.${goal}${missing}`,
    spec: {
      kind: 'intervals',
      axis: words.axis,
      rows,
      ...(isShare(target) ? { target: target.value } : {}),
    },
  };
}

const rowOf = (label: string, figure: Figure): Row[] =>
  figure.kind === 'proportion' && figure.state === 'estimated'
    ? [{ label, value: figure.value, lower: figure.lower, upper: figure.upper }]
    : [];
