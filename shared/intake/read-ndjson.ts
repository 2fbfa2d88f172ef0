import { AppError } from '../platform/errors.ts';
import { parseJson } from '../platform/parse-json.ts';
import { type Entry, entryOf } from './entry.ts';
import { notUtf8 } from './rows/strict-utf8.ts';

/** More than any record needs. */
const LONGEST_LINE = 256 * 1024;

/**
 * Reads lines of JSON, one record a line, under the numbers of the lines. Blank lines are passed over; a line that is
 * no JSON, or longer than any record, is kept as an entry that is refused, and the others go on.
 *
 * @throws AppError 422 `not-utf8`
 * @example readNdjson(bytes) // [{ row: 1, type: 'session', id: 'S-1', value: {…} }, { row: 3, … }]
 */
export function readNdjson(bytes: Uint8Array): Entry[] {
  return decode(bytes)
    .split('\n')
    .flatMap((line, index) => {
      const text = line.trim();
      return text === '' ? [] : [{ ...readLine(text), row: index + 1 }];
    });
}

function readLine(text: string): Entry {
  if (text.length > LONGEST_LINE) return refused('line-too-long', 'one record is 256 KB at most');
  try {
    return entryOf(parseJson(text));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(error.code, error.message);
  }
}

function refused(code: string, message: string): Entry {
  return { type: '', id: undefined, value: undefined, issues: [{ field: '', code, message }] };
}

/** As text, without the mark that some programs put before it. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}
