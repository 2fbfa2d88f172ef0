import * as z from 'zod';
import type { Cells } from './cells.ts';

/** As much of SheetJS as is used; it is no package of ours. */
const sheetJsSchema = z.object({
  version: z.string(),
  utils: z.object({
    book_new: z.custom<() => unknown>((value) => typeof value === 'function'),
    aoa_to_sheet: z.custom<(rows: unknown, options: object) => unknown>(
      (value) => typeof value === 'function',
    ),
    book_append_sheet: z.custom<(book: unknown, sheet: unknown, name: string) => void>(
      (value) => typeof value === 'function',
    ),
  }),
  write: z.custom<(book: unknown, options: object) => Uint8Array>((value) => typeof value === 'function'),
});

/** Writes cells by SheetJS where somebody has installed it beside (`npm install --no-save xlsx`); else says so. */
export async function withSheetJs(): Promise<
  { write: (sheets: readonly Cells[]) => Uint8Array; version: string } | string
> {
  const name = 'xlsx';
  const found: unknown = await import(name).catch(() => undefined);
  const { data: sheetJs } = sheetJsSchema.safeParse(found);
  if (sheetJs === undefined) return 'not here: npm install --no-save xlsx';
  const { utils, write, version } = sheetJs;
  const written = (sheets: readonly Cells[]) => {
    const book = utils.book_new();
    for (const { name: sheet, rows } of sheets)
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { dense: true }), sheet);
    return write(book, { type: 'buffer', compression: true });
  };
  return { write: written, version: `SheetJS ${version}` };
}
