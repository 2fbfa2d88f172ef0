import type { Part } from './part.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** How many records a part holds, and how many bytes: what a batch takes at most. */
const MOST = { records: 1000, bytes: 4 * 1024 * 1024 };

/**
 * A CSV file in parts of whole records, each behind the file's own first line. It is cut as it is, byte by byte: a
 * line's end inside quotes is none, whatever the file is encoded in.
 *
 * @throws Error where one record is larger than a batch may be
 */
export function csvParts(file: Uint8Array, query: Readonly<Record<string, string>>): Part[] {
  const [head = { from: 0, to: 0 }, ...records] = linesOf(file);
  const parts: Part[] = [];
  const headBytes = file.subarray(head.from, head.to);
  let start = 0;
  while (start < records.length) {
    let end = start;
    let bytes = headBytes.length;
    while (end < records.length && end - start < MOST.records) {
      const { from = 0, to = 0 } = records[end] ?? {};
      if (bytes + to - from > MOST.bytes) break;
      bytes += to - from;
      end += 1;
    }
    if (end === start) throw new Error(`Row ${start + 2} is larger than a batch may be (4 MB).`);
    const body = Buffer.concat([headBytes, file.subarray(records[start]?.from, records[end - 1]?.to)]);
    parts.push({ contentType: 'text/csv', query, body, records: end - start, before: start });
    start = end;
  }
  return parts;
}

/** Where each line begins and ends, its line break included; blank lines are part of the line before. */
function linesOf(file: Uint8Array): { readonly from: number; readonly to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = 0;
  let isQuoted = false;
  const close = (to: number): void => {
    const last = lines.at(-1);
    if (last !== undefined && isBlank(file, from, to)) last.to = to;
    else lines.push({ from, to });
    from = to;
  };
  file.forEach((byte, at) => {
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (byte === NEWLINE && !isQuoted) close(at + 1);
  });
  if (from < file.length) close(file.length);
  return lines;
}

function isBlank(file: Uint8Array, from: number, to: number): boolean {
  return file.subarray(from, to).every((byte) => byte === NEWLINE || byte === 0x0d);
}
