import type { RecordTypeName } from '../records/registry.ts';
import type { Entry } from './entry.ts';
import { readCsv } from './rows/read-csv.ts';
import { repeatedIds } from './rows/repeated-ids.ts';
import { rowIssues } from './rows/row-issues.ts';
import { notUtf8 } from './rows/strict-utf8.ts';

/** What stands where bytes were no UTF-8 and somebody on the way read them all the same. */
const REPLACEMENT = Buffer.from('\uFFFD');

/**
 * Reads the rows of a CSV of records of one kind, under the numbers that the sender's spreadsheet shows; the first row
 * of data is 2. What is wrong with a row is told by its columns.
 *
 * @param most how many rows are read at most, so that whoever counts sees that there are more
 * @throws AppError 422 `wrong-columns`, `not-utf8`, `not-text`, `malformed-csv` or `empty-file`: then no row was read
 */
export async function readCsvBatch(bytes: Uint8Array, type: RecordTypeName, most: number): Promise<Entry[]> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(REPLACEMENT)) throw notUtf8();
  const entries: Entry[] = [];
  const repeated = repeatedIds();
  for await (const row of readCsv([bytes], type)) {
    const { row: number, id, value } = row;
    const issues = repeated(row);
    const told: Entry['told'] = (problems) => rowIssues(row, problems);
    entries.push({ row: number, type, id, value, ...(issues && { issues }), told });
    if (entries.length >= most) break;
  }
  return entries;
}
