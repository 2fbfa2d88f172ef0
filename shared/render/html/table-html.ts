import type { Cell, Column, RowGroup, Table } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import { escaped } from '../escaped.ts';
import { tableId } from './ids.ts';
import type { NotePlaces } from './note-places.ts';
import { sortKey } from './sort-key.ts';
import { tableNotesHtml } from './table-notes-html.ts';

/** Rows of a group that are worth putting in another order. */
const FEWEST_TO_SORT = 3;

/** A table with its caption, and below it what its notes and marks are. It is moved sideways where it is too wide. */
export function tableHtml(table: Table, notes: NotePlaces): string {
  const { id, title, dense } = table;
  const { columns, groups } = table.printed ?? table;
  const own = tableId(id);
  const sorted = groups.some(({ rows, sum }) => !sum && rows.length >= FEWEST_TO_SORT);
  return `<div class="table" id="${own}">
<div class="scroll" role="group" aria-labelledby="${own}-title" tabindex="0">
<table${dense ? ' class="dense"' : ''}${sorted ? ' data-sort' : ''}>
<caption id="${own}-title"><span>${escaped(title)}</span></caption>
<thead><tr>${columns.map(headHtml).join('')}</tr></thead>
${groups.map((group) => groupHtml(group, columns)).join('\n')}
</table>
</div>${tableNotesHtml(table, notes)}
</div>`;
}

const headHtml = (column: Column, i: number): string =>
  `<th scope="col"${isNumeric(column, i) ? ' class="n"' : ''}>${escaped(column.title)}</th>`;

/** The first column names the rows, so it is set as words. */
const isNumeric = ({ numeric }: Column, i: number): boolean => i > 0 && numeric === true;

const groupHtml = ({ label, rows, sum }: RowGroup, columns: readonly Column[]): string =>
  `<tbody${sum ? ' class="sum"' : ''}>${
    label === undefined
      ? ''
      : `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${escaped(label)}</th></tr>`
  }${rows.map((row) => rowHtml(row, columns)).join('')}</tbody>`;

const rowHtml = (row: readonly Cell[], columns: readonly Column[]): string =>
  `<tr>${row.map((cell, i) => cellHtml(cell, i, columns[i])).join('')}</tr>`;

function cellHtml(cell: Cell, i: number, column: Column | undefined): string {
  const words = cellText(cell);
  const key = cell.kind === 'text' ? sortKey(words) : undefined;
  const looks = `${column && isNumeric(column, i) ? ' class="n"' : ''}${key === undefined ? '' : ` data-key="${key}"`}`;
  return i === 0 ? `<th scope="row"${looks}>${escaped(words)}</th>` : `<td${looks}>${escaped(words)}</td>`;
}
