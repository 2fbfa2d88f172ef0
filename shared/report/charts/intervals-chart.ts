import type { Figure } from '../../outcomes/document.ts';
import { formatPercent } from '../../render/format.ts';
import type { Chart, Interval } from '../blocks.ts';
import { listInWords } from '../list-in-words.ts';
import type { Measured } from '../measured.ts';
import type { Dimension } from '../splits.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { isShare } from '../wording/target.ts';
import { leftOutInWords } from './left-out.ts';
import { rangeInWords } from './range.ts';

const MOST_ROWS = 14;

type Row = Interval & { label: string };

/**
 * A proportion as a dot with its interval, and below it those splits that fit whole, in their order. Undefined when
 * the proportion itself has no figure.
 */
export function intervalsChart(
  { words, result, title }: Measured,
  dimensions: readonly Dimension[],
): Chart | undefined {
  const { estimate } = headlineFigure(words, result);
  if (estimate === undefined) return undefined;
  const { value, lower, upper } = estimate;
  const rows: Row[] = [{ label: 'All', value, lower, upper }];
  const missing: Parameters<typeof leftOutInWords>[0][number][] = [];
  const tableOnly: string[] = [];
  for (const { label, categories } of dimensions) {
    const drawn = categories.flatMap((category) => rowOf(`${label}: ${category.label}`, category.figure));
    if (rows.length + drawn.length > MOST_ROWS) {
      tableOnly.push(label.toLowerCase());
      continue;
    }
    rows.push(...drawn);
    for (const category of categories)
      if (category.absence) missing.push({ what: `${label}: ${category.label}`, absence: category.absence });
  }
  const { target } = result;
  const goal = isShare(target) ? ` The target is ${formatPercent(target.value)}.` : '';
  const note = [
    leftOutInWords(missing),
    tableOnly.length ? `In the table only: ${listInWords(tableOnly)}.` : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
  const drawn = rows.map((row) => `${row.label} ${rangeInWords(row)}`).join('; ');
  return {
    kind: 'chart',
    id: words.id,
    title: `${title}; the bars are 95% intervals`,
    alt: `Chart: ${title}. One dot with its 95% interval for each group: ${drawn}.${goal}${note ? ` ${note}` : ''}`,
    ...(note ? { note } : {}),
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
