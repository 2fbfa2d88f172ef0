import { csvParts } from './csv-parts.ts';
import { jsonParts } from './json-parts.ts';
import type { Part } from './part.ts';

type Asked = { readonly type: string | undefined; readonly mode: string };

/**
 * A file in parts of a batch each, by the end of its name: `.csv`, `.ndjson` (or `.jsonl`), `.json`.
 *
 * @throws Error that says what to do, where it cannot be read
 */
export function readParts(name: string, file: Uint8Array, { type, mode }: Asked): Part[] {
  if (/\.csv$/i.test(name)) {
    if (type === undefined) throw new Error('Say what the rows of a CSV file are: --type session.');
    return csvParts(file, { type, mode });
  }
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  if (/\.(?:ndjson|jsonl)$/i.test(name))
    return jsonParts(text.split(/\r?\n/).filter(Boolean).map(readLine), { type, mode });
  if (/\.json$/i.test(name)) return jsonParts(recordsIn(parse(text, 'The file')), { type, mode });
  throw new Error('Send a file whose name ends with .csv, .ndjson or .json.');
}

function readLine(line: string, index: number): unknown {
  return parse(line, `Line ${index + 1}`);
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${what} is not JSON; nothing was sent.`);
  }
}

/** A list of records, or an object that has one under `records`. */
function recordsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records))
    return value.records;
  throw new Error('The file holds no list of records; send one, or an object with records.');
}
