import { AppError } from '../../platform/errors.ts';
import { withPart } from './cell-text.ts';
import { readXml } from './xml-events.ts';
import { notAWorkbook } from './zip-entries.ts';

/** The texts that cells of a workbook refer to by number; one that is not there is refused as `not-a-workbook`. */
export type SharedStrings = { readonly at: (number: number) => string };

/** A record's texts are short; a million different ones are a few tens of megabytes. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Reads a workbook's shared texts into one stretch of bytes, since a million of them as texts of their own would take
 * many times as much. Past 128 MB of them it is refused.
 *
 * @throws AppError 422 `too-many-texts`, `not-a-workbook`
 */
export async function readSharedStrings(
  source: AsyncIterable<Buffer> | undefined,
  most = MOST_BYTES,
): Promise<SharedStrings> {
  let bytes = Buffer.alloc(64 * 1024);
  let ends = new Float64Array(1024);
  let [length, count] = [0, 0];
  let text = '';
  let [isText, isPhonetic] = [false, false];

  function add(): void {
    const size = Buffer.byteLength(text);
    if (length + size > most) throw tooMany();
    if (length + size > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length + size)]);
    length += bytes.write(text, length);
    if (count === ends.length) {
      const longer = new Float64Array(2 * count);
      longer.set(ends);
      ends = longer;
    }
    ends[count] = length;
    count += 1;
  }

  if (source !== undefined)
    await readXml(source, {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 'rPh') isPhonetic = true;
        isText = name === 't' && !isPhonetic;
      },
      text: (part) => {
        if (isText) text = withPart(text, part);
      },
      close: (name) => {
        isText = false;
        if (name === 'rPh') isPhonetic = false;
        if (name === 'si') add();
      },
    });
  return {
    at: (number) => {
      if (!Number.isInteger(number) || number < 0 || number >= count) throw notAWorkbook();
      return bytes.toString('utf8', number === 0 ? 0 : ends[number - 1], ends[number]);
    },
  };
}

function tooMany(): AppError {
  const detail =
    'The workbook has more than 128 MB of different texts; nothing was read. Split it, or send CSV.';
  return new AppError(422, 'too-many-texts', detail);
}
