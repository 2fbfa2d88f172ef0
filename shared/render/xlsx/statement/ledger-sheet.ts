import { columnLetter } from '../../../xlsx/column-letter.ts';
import { DATE, POUNDS, WHOLE } from '../number-formats.ts';
import type { Sheet, SheetCell, SheetColumn } from '../sheet.ts';

/** Where a cell stands among the others of its table, by the titles of their columns. */
export type Here = {
  /** The cell in the same row. @example here.cell('Used') // 'E7' */
  readonly cell: (column: string) => string;
  /** The cell of a column in a row of the table, from 0. */
  readonly at: (column: string, row: number) => string;
  /** The cells of a column in all rows above. @example here.above('Used') // 'E5:E6' */
  readonly above: (column: string) => string;
  /** The cells of a column from a row of the table, from 0, to the row above. */
  readonly from: (column: string, row: number) => string;
};

/** A cell before its place is known. */
export type LedgerCell = Omit<SheetCell, 'formula'> & { readonly formula?: (here: Here) => string };

export type Ledger = {
  readonly name: string;
  readonly title: string;
  /** What to know before reading. */
  readonly lines?: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly LedgerCell[])[];
};

export const words = (value: string | null | undefined): LedgerCell => ({ value: value ?? null });

export const blank: LedgerCell = { value: null };

/** A row that sums up others, set off from them. */
export const strong = (row: readonly LedgerCell[]): LedgerCell[] =>
  row.map((cell) => ({ ...cell, strong: true }));

type Formula = (here: Here) => string;

/** A whole number, and what it is computed by. */
export const whole = (value: number, formula?: Formula): LedgerCell => ({
  value,
  format: WHOLE,
  ...(formula && { formula }),
});

/**
 * Pence as pounds, and what they are computed by. A sum of decimal fractions is rounded to the penny, or it would not
 * be equal to the same sum of pence.
 */
export const pounds = (pence: number, formula?: Formula): LedgerCell => ({
  value: pence / 100,
  format: POUNDS,
  ...(formula && { formula: (here: Here) => `ROUND(${formula(here)},2)` }),
});

/** A date as the number that spreadsheets count days by. */
export const date = (iso: string): LedgerCell => ({
  value: Date.parse(iso) / DAY + DAYS_BEFORE_1970,
  format: DATE,
});

const DAY = 86_400_000;
const DAYS_BEFORE_1970 = 25_569;

/** The sum of a column's rows above. */
export const sumAbove =
  (column: string): Formula =>
  ({ above }) =>
    `SUM(${above(column)})`;

export const numeric = (title: string): SheetColumn => ({ title, numeric: true });

/** A table with formulas as a sheet. */
export function ledgerSheet({ name, title, lines = [], columns, rows }: Ledger): Sheet {
  const hasBlank = rows.some((row) => row.some(({ value }) => value === null));
  const intro = [
    'This worksheet contains one table.',
    ...lines,
    ...(hasBlank ? ['A blank cell means that there is no such number or text in that row.'] : []),
  ];
  const top = intro.length + FIRST_ROW;
  const placed = rows.map((row, r) =>
    row.map(({ formula, ...cell }): SheetCell => {
      const here: Here = {
        cell: (column) => `${letterOf(columns, column)}${top + r}`,
        at: (column, row) => `${letterOf(columns, column)}${top + row}`,
        above: (column) => rangeOf(letterOf(columns, column), top, top + r - 1),
        from: (column, row) => rangeOf(letterOf(columns, column), top + row, top + r - 1),
      };
      return formula === undefined ? cell : { ...cell, formula: formula(here) };
    }),
  );
  return { name, title, lines: intro, table: { name: `${name}_table`, columns: [...columns], rows: placed } };
}

/** The row of a table's first cells when nothing is above it but the title and its head. */
const FIRST_ROW = 3;

/**
 * A cell of another sheet's table, by row from 0, or from its end where that is negative.
 *
 * @example cellIn(blocks, 'Closing', -1) // 'Blocks!H9'
 */
export function cellIn(sheet: Sheet, column: string, row: number): string {
  const { columns, rows } = tableOf(sheet);
  const at = row < 0 ? rows.length + row : row;
  return `${sheet.name}!${letterOf(columns, column)}${sheet.lines.length + FIRST_ROW + at}`;
}

/** Cells of another sheet's column, from one row to another, both from 0 and included. */
export function cellsIn(sheet: Sheet, column: string, from: number, to: number): string {
  const letter = letterOf(tableOf(sheet).columns, column);
  const top = sheet.lines.length + FIRST_ROW;
  return `${sheet.name}!${rangeOf(letter, top + from, top + to)}`;
}

/** All cells of another sheet's column. */
export function cellsOf(sheet: Sheet, column: string): string {
  return cellsIn(sheet, column, 0, tableOf(sheet).rows.length - 1);
}

function tableOf({ name, table }: Sheet): NonNullable<Sheet['table']> {
  if (table === undefined) throw new Error(`the worksheet ${name} has no table`);
  return table;
}

const rangeOf = (letter: string, from: number, to: number): string =>
  from === to ? `${letter}${from}` : `${letter}${from}:${letter}${to}`;

function letterOf(columns: readonly SheetColumn[], column: string): string {
  const at = columns.findIndex(({ title }) => title === column);
  if (at < 0) throw new Error(`no column ${column}`);
  return columnLetter(at);
}
