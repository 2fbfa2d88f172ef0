import type { TrendPoint } from '../../outcomes/document.ts';
import type { Cell, Column, Table } from '../blocks.ts';
import { count, text } from '../cells.ts';
import type { Measured } from '../measured.ts';
import { periodInWords } from '../periods.ts';
import { quantityCell } from '../quantity.ts';
import { trendQuantity } from '../trend-quantity.ts';
import { signalInWords } from '../wording/signal.ts';
import { tableName } from './table-name.ts';

/** Two years; all of them are in the workbook. */
const MOST = 24;

/** The numbers behind a chart over time, of its last two years; what is not drawn is named below the chart. */
export function trendTable({ words, result, title }: Measured): Table[] {
  const { trend } = result;
  if (trend === undefined) return [];
  const points = trend.points.slice(-MOST).filter((point) => point.state === 'estimated');
  const quantity = trendQuantity(result);
  const counted = points.some(({ denominator }) => denominator !== undefined);
  const judged = trend.kind === 'xmr';
  const columns: Column[] = [
    { title: trend.every === 'month' ? 'Month' : 'Quarter' },
    { title: 'Value', numeric: true },
    ...(counted ? [{ title: 'Out of', numeric: true }] : []),
    ...(judged ? [{ title: 'Signal' }] : []),
  ];
  const rows = points.map((point): Cell[] => [
    text(periodInWords(point.period)),
    quantityCell(quantity, point.value, point.marks),
    ...(counted ? [denominatorCell(point)] : []),
    ...(judged ? [signalCell(point)] : []),
  ]);
  return [
    {
      kind: 'table',
      id: tableName(words, 'trend'),
      printOnly: true,
      title: `${title}: the points over time${trend.points.length > MOST ? `, of the last ${MOST} ${trend.every}s` : ''}`,
      columns,
      groups: [{ rows }],
      notes: [],
    },
  ];
}

const denominatorCell = ({ denominator }: Extract<TrendPoint, { state: 'estimated' }>): Cell =>
  denominator === undefined ? text('not told') : count(denominator);

/** What a point is a signal by, in words. */
export const signalCell = (point: TrendPoint): Cell =>
  text(point.state === 'estimated' ? (point.signal ? signalInWords(point.signal) : 'none') : 'not drawn');
