import type { Trend } from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, count, text } from '../cells.ts';
import type { Measured } from '../measured.ts';
import { periodInWords } from '../periods.ts';
import { quantityCell } from '../quantity.ts';
import { signalCell } from '../tables/trend-table.ts';
import { trendQuantity } from '../trend-quantity.ts';
import { trendInWords } from '../wording/trend.ts';
import { UNITS } from './units.ts';

const CHARTS: Record<Trend['kind'], string> = {
  xmr: 'process chart',
  run: 'trial run chart',
  line: 'values without limits',
};

export const pointColumns: Column[] = [
  { title: 'Period' },
  { title: 'Value', numeric: true },
  { title: 'Out of', numeric: true },
  { title: 'Unit' },
  { title: 'Signal' },
];

/** A measure's points over time, one a row. */
export function pointsOf({ result }: Measured): Cell[][] {
  const { trend } = result;
  if (trend === undefined) return [];
  const quantity = trendQuantity(result);
  return trend.points.map((point) => [
    text(periodInWords(point.period)),
    point.state === 'estimated' ? quantityCell(quantity, point.value, point.marks) : absent(point),
    point.state === 'estimated' && point.denominator !== undefined ? count(point.denominator) : text(''),
    text(UNITS[quantity]),
    trend.kind === 'xmr' ? signalCell(point) : text(''),
  ]);
}

export const limitsColumns: Column[] = [
  { title: 'Chart' },
  { title: 'What is drawn' },
  { title: 'Mean', numeric: true },
  { title: 'Median', numeric: true },
  { title: 'Lower limit', numeric: true },
  { title: 'Upper limit', numeric: true },
  { title: 'Target', numeric: true },
  { title: 'What it says' },
];

/** What a measure's points over time say together. */
export function limitsOf({ document, words, result }: Measured): Cell[][] {
  const { trend, target } = result;
  if (trend === undefined) return [];
  const quantity = trendQuantity(result);
  const number = (value: number | undefined) =>
    value === undefined ? text('') : quantityCell(quantity, value);
  const definition = document.definitions[words.id];
  const said = trendInWords(result, definition?.direction).join(' ');
  return [
    [
      text(CHARTS[trend.kind]),
      text(definition?.cohort ?? 'The headline figure'),
      number(trend.mean),
      number(trend.median),
      number(trend.limits?.lower),
      number(trend.limits?.upper),
      number(target?.value),
      text(said || 'Fewer than two points can be shown.'),
    ],
  ];
}
