import { createReadStream } from 'node:fs';
import { join } from 'node:path';

const NEW_LINE = 10;

/** The file of prepared pages in a folder: a page a line. */
export function pagesFile(folder: string): string {
  return join(folder, 'pages.ndjson');
}

/** Each page as text, in turn; no more than a few are held. */
export async function* readPages(folder: string): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  const file: AsyncIterable<Buffer> = createReadStream(pagesFile(folder), { highWaterMark: 1 << 20 });
  for await (const chunk of file) {
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, from)) {
      yield bytes.toString('utf8', from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
}
