import type { Column, Table } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';

/** Lines of a table that are kept together on one page. */
const SHORT = 14;
const SHORT_WORDY = 6;
/** Lines of a row that are kept together. */
const SHORT_ROW = 14;
/** Characters of a line that is as wide as the page. */
const LINE = 90;

/** A table as the template reads it. One with columns of several widths holds words, and its rows may be high. */
export function tableData(table: Table, words: (text: string) => string) {
  const { title, dense } = table;
  const { columns, groups } = table.printed ?? table;
  const wordy = columns.some(({ share }) => share !== undefined);
  const told = groups.map(({ label, rows, sum }) => ({
    label: label === undefined ? null : words(label),
    sum: sum === true,
    rows: rows.map((row) => ({
      lines: linesOf(row.map(cellText), columns),
      // An amount of money is never broken over two lines.
      cells: row.map((cell) => (cell.kind === 'pence' ? cellText(cell) : words(cellText(cell)))),
    })),
  }));
  const lines = told.reduce(
    (sum, { label, rows }) => sum + (label === null ? 0 : 1) + rows.reduce((all, row) => all + row.lines, 0),
    0,
  );
  return {
    kind: 'table',
    title: words(title),
    wordy,
    dense: dense === true,
    short: lines <= (wordy ? SHORT_WORDY : SHORT),
    columns: columns.map((column, i) => ({
      title: words(column.title),
      numeric: i > 0 && column.numeric === true,
      share: column.share ?? null,
    })),
    groups: told.map(({ label, sum, rows }) => ({
      label,
      sum,
      rows: rows.map(({ lines: high, cells }) => ({ long: high > SHORT_ROW, cells })),
    })),
  };
}

/** About how many lines a row has: that of its fullest column; one where the columns have no width of their own. */
function linesOf(texts: readonly string[], columns: readonly Column[]): number {
  const whole = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  const lines = texts.map((text, i) => {
    const share = columns[i]?.share;
    return share === undefined ? 1 : Math.ceil(text.length / ((LINE * share) / whole));
  });
  return Math.max(1, ...lines);
}
