import { isUtf8 } from 'node:buffer';
import { AppError } from '../../platform/errors.ts';

/**
 * Passes on the bytes of a text, in pieces that end with whole characters, without a byte order mark.
 *
 * @throws AppError 422 `not-utf8` at the first bytes that are no UTF-8, `not-text` where it is a workbook or an archive
 */
export async function* strictUtf8(source: Bytes): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for await (const part of source) {
    let bytes = Buffer.concat([rest, part]);
    if (isFirst) {
      if (bytes.length < MARK.length) {
        rest = bytes;
        continue;
      }
      refuseOtherFiles(bytes);
      if (bytes.subarray(0, MARK.length).equals(MARK)) bytes = bytes.subarray(MARK.length);
      isFirst = false;
    }
    const end = endOfWholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw notUtf8();
    rest = bytes.subarray(end);
    if (whole.length > 0) yield whole;
  }
  if (!isUtf8(rest)) throw notUtf8();
  if (rest.length > 0 && !rest.equals(MARK)) yield rest;
}

/** Bytes as they come: from a body, from storage. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const ZIP = Buffer.from('PK');

function refuseOtherFiles(bytes: Buffer): void {
  if (bytes.subarray(0, 2).equals(ZIP)) {
    const detail = 'This is a workbook or an archive, not a text; nothing was read. Send it as what it is.';
    throw new AppError(422, 'not-text', detail);
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw notUtf8();
}

/** Where the last whole character ends: at most three bytes of one that is cut off are left. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** What is told of a text that is in another character set. */
export function notUtf8(): AppError {
  const detail =
    'The text is not in UTF-8, so letters with accents, dashes and pound signs cannot be told apart; nothing was read. ' +
    'Save it again as “CSV UTF-8” (in Excel), or with the character set “Unicode (UTF-8)” (in LibreOffice).';
  return new AppError(422, 'not-utf8', detail);
}
