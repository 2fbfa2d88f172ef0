import { AppError } from '../../platform/errors.ts';
import { csvCells, type Delimiter } from './csv-cells.ts';

/** How a CSV begins: what parts its cells, the cells of its first row, and where the rows after it begin. */
export type CsvOpening = {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Bytes that the first row takes, with its new line. */
  readonly length: number;
  /** The whole text again, with what was read of it to find this out. */
  readonly text: AsyncIterable<Buffer>;
};

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const LONGEST_HEADER = 64 * 1024;
const [QUOTE, NEW_LINE, RETURN] = [0x22, 0x0a, 0x0d];

/**
 * Reads the first row of a CSV: its delimiter is the one of comma, semicolon and tab that it has most of.
 *
 * @throws AppError 422 `empty-file` where there is nothing, `malformed-csv` where the first row does not end
 */
export async function openCsv(source: AsyncIterable<Buffer>): Promise<CsvOpening> {
  const parts = source[Symbol.asyncIterator]();
  let begun = Buffer.alloc(0);
  let end: number | undefined;
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    begun = Buffer.concat([begun, next.value]);
    end = endOfFirstRow(begun);
    if (end !== undefined || begun.length > LONGEST_HEADER) break;
  }
  if (begun.length === 0) throw new AppError(422, 'empty-file', 'There is nothing in it; nothing was read.');
  const length = end ?? begun.length;
  const first = begun.subarray(0, length);
  const delimiter = delimiterOf(first.toString('utf8'));
  const [header = []] = await toArray(csvCells([first], delimiter));
  return { delimiter, header, length, text: rejoined(begun, parts) };
}

/** Where the first row ends; not in the middle of a quoted cell, nor between the two halves of a new line. */
function endOfFirstRow(bytes: Buffer): number | undefined {
  let isQuoted = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (byte === NEW_LINE) return i + 1;
    if (byte === RETURN && i + 1 < bytes.length) return bytes[i + 1] === NEW_LINE ? i + 2 : i + 1;
  }
  return undefined;
}

function delimiterOf(row: string): Delimiter {
  const plain = row.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => plain.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

async function* rejoined(begun: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield begun;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function toArray<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of source) all.push(each);
  return all;
}
