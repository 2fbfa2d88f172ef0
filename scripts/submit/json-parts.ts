import type { Part } from './part.ts';

/** What a batch takes at most, with some room for what is around the records. */
const MOST = { records: 1000, bytes: 4 * 1024 * 1024 - 1024 };

type Settings = { readonly mode: string; readonly type: string | undefined };

/**
 * Records in parts of a batch each. A record without a type is of the type that is given.
 *
 * @param records JSON values, as they were in the file
 */
export function jsonParts(records: readonly unknown[], { mode, type }: Settings): Part[] {
  const texts = records.map((record) => JSON.stringify(typed(record, type)));
  const parts: Part[] = [];
  let start = 0;
  while (start < texts.length) {
    let end = start + 1;
    let bytes = Buffer.byteLength(texts[start] ?? '');
    while (end < texts.length && end - start < MOST.records) {
      const next = Buffer.byteLength(texts[end] ?? '') + 1;
      if (bytes + next > MOST.bytes) break;
      bytes += next;
      end += 1;
    }
    const body = Buffer.from(
      `{"mode":${JSON.stringify(mode)},"records":[${texts.slice(start, end).join(',')}]}`,
    );
    parts.push({ contentType: 'application/json', query: {}, body, records: end - start, before: start });
    start = end;
  }
  return parts;
}

function typed(record: unknown, type: string | undefined): unknown {
  const isPlain = typeof record === 'object' && record !== null && !Array.isArray(record);
  return isPlain && type !== undefined && !('type' in record) ? { type, ...record } : record;
}
