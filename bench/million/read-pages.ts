import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

const NEW_LINE = 10;

/** So much is read at once, and more where a page is longer. */
const CHUNK = 1 << 22;

/** The file of prepared pages in a folder: a page a line. */
export function pagesFile(folder: string): string {
  return join(folder, 'pages.ndjson');
}

/** Each page as text, in turn, read into the same bytes again and again. */
export function* readPages(folder: string): Generator<string> {
  const file = openSync(pagesFile(folder), 'r');
  let bytes = Buffer.allocUnsafe(CHUNK);
  for (let held = 0, read = -1; read !== 0;) {
    if (held === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
    read = readSync(file, bytes, held, bytes.length - held, null);
    const full = bytes.subarray(0, held + read);
    let from = 0;
    for (let end = full.indexOf(NEW_LINE); end >= 0; end = full.indexOf(NEW_LINE, from)) {
      yield full.toString('utf8', from, end);
      from = end + 1;
    }
    held = full.copy(bytes, 0, from);
  }
  closeSync(file);
}
