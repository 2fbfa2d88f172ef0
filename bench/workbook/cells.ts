import type { Sheet } from '../../shared/render/xlsx/sheet.ts';

/** What the cells of a sheet hold, row by row, and nothing of how they look. */
export type Cells = {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** The same cells as our workbook has: title, lines, head and rows of each sheet. */
export function cellsOf(sheets: readonly Sheet[]): Cells[] {
  return sheets.map(({ name, title, lines, table }) => ({
    name,
    rows: [
      [title],
      ...lines.map((line) => [line]),
      ...(table === undefined
        ? []
        : [
            table.columns.map((column) => column.title),
            ...table.rows.map((row) => row.map(({ value }) => value)),
          ]),
    ],
  }));
}
