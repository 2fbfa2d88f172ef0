import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { Cells } from './cells.ts';

/** The cells by exceljs as it streams them, row by row, and nothing else. */
export async function streamed(sheets: readonly Cells[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  for (const { name, rows } of sheets) {
    const worksheet = workbook.addWorksheet(name);
    for (const row of rows) worksheet.addRow([...row]).commit();
    worksheet.commit();
  }
  await workbook.commit();
  return bytes;
}
