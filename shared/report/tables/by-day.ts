import type { Cell, Table } from '../blocks.ts';
import { absent, percent, text } from '../cells.ts';
import type { IncidencePoint, SurvivalPoint } from '../../outcomes/document.ts';

type Row = { readonly label: string; readonly points: readonly (SurvivalPoint | IncidencePoint)[] };

/**
 * Shares over days as a page has room for them: a row for each, a column for each day, the shares alone. Their
 * intervals are in the workbook.
 */
export function byDay(what: string, rows: readonly Row[]): Pick<Table, 'columns' | 'groups'> {
  const days = [...new Set(rows.flatMap(({ points }) => points.map(({ day }) => day)))].sort((a, b) => a - b);
  return {
    columns: [{ title: what }, ...days.map((day) => ({ title: `Day ${day}`, numeric: true }))],
    groups: [
      { rows: rows.map(({ label, points }) => [text(label), ...days.map((day) => cellOn(day, points))]) },
    ],
  };
}

function cellOn(day: number, points: Row['points']): Cell {
  const point = points.find((one) => one.day === day);
  if (point === undefined) return text('');
  return point.state === 'estimated' ? percent(point.value, point.marks) : absent(point);
}
