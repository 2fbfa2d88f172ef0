import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../platform/errors.ts';
import type { Bytes } from './strict-utf8.ts';

/** What parts the cells of a CSV. */
export type Delimiter = ',' | ';' | '\t';

/** Far more than any row of a record takes, so that a quotation mark that is never closed is noticed early. */
const LONGEST_ROW = 256 * 1024;

/**
 * The rows of a CSV as texts, blank ones as one empty text: quoted cells may hold delimiters and new lines, rows end
 * with any kind of new line.
 *
 * @param firstRow the number of the first row, for what is told of one that cannot be read
 * @throws AppError 422 `malformed-csv`, with the row
 */
export async function* csvCells(
  source: Bytes,
  delimiter: Delimiter,
  firstRow = 1,
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  pipeline(source, parser, () => undefined);
  const rows: AsyncIterable<unknown> = parser;
  try {
    for await (const row of rows) if (isCells(row)) yield row;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(firstRow + Number(error['records'] ?? 0));
  }
}

const isCells = (row: unknown): row is string[] => Array.isArray(row);

/** What is told of a row whose quotation marks or length cannot be right. */
export function malformed(row: number): AppError {
  const detail = `Row ${row} cannot be taken apart into cells; nothing was read. Check its quotation marks.`;
  return new AppError(422, 'malformed-csv', detail);
}
