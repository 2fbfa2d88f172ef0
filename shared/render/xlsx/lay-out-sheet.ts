import type { Style } from '../../xlsx/style.ts';
import type { Cell, Link, Row, Worksheet } from '../../xlsx/worksheet.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';
import { type CellStyles, cellStyles, headStyle, STYLES } from './sheet-styles.ts';
import { headLines, linesOf, widthOf } from './text-fit.ts';

/** How high a line is, in points. */
const LINE = 16;
/** How wide a sheet of nothing but lines is, in characters. */
const COVER = 100;

/** A sheet as it is written: title in A1, lines below, the table last; every cell in its style, columns and rows to fit. */
export function laidOut({ name, title, notes = [], lines, table }: Sheet): Worksheet {
  const references = notes.map((note) => ` [note ${note}]`).join('');
  const top = { cells: [{ value: title + references, style: STYLES.title }] };
  const page = { name, rowHeight: LINE, onePageWide: true };
  if (table === undefined) {
    const below = lines.map((text) =>
      rowOf([{ value: text, style: STYLES.wrappedLine }], linesOf(text, COVER)),
    );
    return { ...page, columns: [{ width: COVER }], rows: [top, ...below] };
  }
  const columns = table.columns.map((column, c) => ({ ...column, width: widthOf(column, table.rows, c) }));
  const below = lines.map((value) => ({ cells: [{ value, style: STYLES.line }] }));
  const styleOf = cellStyles();
  return {
    ...page,
    columns: columns.map(({ width }) => ({ width })),
    rows: [top, ...below, headRow(columns), ...table.rows.map((cells) => bodyRow(columns, cells, styleOf))],
    table: {
      name: table.name,
      top: lines.length + 2,
      titles: columns.map((column) => column.title),
      // A table has a row at least, if a blank one.
      length: Math.max(1, table.rows.length),
    },
  };
}

type Fitted = SheetColumn & { readonly width: number };

const headRow = (columns: readonly Fitted[]): Row =>
  rowOf(
    columns.map((column, at) => ({ value: column.title, style: headStyle(column, at) })),
    Math.max(1, ...columns.map(({ title, width }) => headLines(title, width))),
  );

function bodyRow(columns: readonly Fitted[], cells: readonly SheetCell[], styleOf: CellStyles): Row {
  let lines = 1;
  const placed = columns.map((column, at): Cell | undefined => {
    const cell = cells[at];
    if (cell === undefined || cell.value === null) return undefined;
    lines = Math.max(lines, linesOf(cell.value, column.width));
    return placedCell(cell, cell.value, styleOf(column, cell, at));
  });
  return rowOf(placed, lines);
}

/** A link's cell holds what it is called by, as a text. */
function placedCell({ link, formula }: SheetCell, value: string | number, style: Style): Cell {
  if (formula !== undefined) return { value, formula, link: undefined, style };
  if (link === undefined) return { value, formula, link, style };
  return { value: value.toString(), formula, link: linkTo(link), style };
}

const linkTo = (sheet: string): Link => ({ sheet, tooltip: `Go to the worksheet ${sheet}` });

/** A row as high as its longest text: not every reader works that out from wrapped text. */
const rowOf = (cells: Row['cells'], lines: number): Row => ({
  height: lines > 1 ? lines * LINE : undefined,
  cells,
});
