import type { RecordTypeName } from '../../records/registry.ts';
import { csvCells } from './csv-cells.ts';
import { openCsv } from './csv-opening.ts';
import { readHeader } from './read-header.ts';
import { type Row, rowReader } from './read-row.ts';
import { type Bytes, strictUtf8 } from './strict-utf8.ts';

/**
 * Reads the records of a CSV, one a row, as it comes. Comma, semicolon or tab is found out; blank rows are passed over
 * and counted, so that every row has the number that the sender's spreadsheet shows.
 *
 * @throws AppError 422 before the first row for columns that are not right, at any row for a text that is no CSV in UTF-8
 * @example for await (const { row, id, value } of readCsv([body], 'session')) …
 */
export async function* readCsv(source: Bytes, type: RecordTypeName): AsyncGenerator<Row> {
  const { delimiter, header, text } = await openCsv(strictUtf8(source));
  const read = rowReader(type, readHeader(type, header), 'csv');
  let number = 0;
  for await (const cells of csvCells(text, delimiter)) {
    number += 1;
    const row = number === 1 ? undefined : read(number, cells);
    if (row !== undefined) yield row;
  }
}
