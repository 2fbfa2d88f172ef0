import * as z from 'zod';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { contentHash } from './record-item.ts';
import { registryPartition } from './table.ts';

/** One entry of a registry: its code and what is kept under it. */
export type Entry = { readonly id: string; readonly data: Readonly<Record<string, unknown>> };

/**
 * Keeps an entry under its code; answers whether it is new, changed or as it was.
 *
 * @param beforeChange called before it is written, unless it is as it was, with what there is
 */
export async function putEntry(
  table: Table,
  registry: string,
  id: string,
  data: Readonly<Record<string, unknown>>,
  now: Date,
  beforeChange?: (former: Entry['data'] | undefined) => Promise<void>,
): Promise<'created' | 'amended' | 'unchanged'> {
  const key = { PK: registryPartition(registry), SK: id };
  const current = await getItem(table, key);
  const hash = contentHash(data);
  if (current?.['hash'] === hash) return 'unchanged';
  await beforeChange?.(current && entryOf(current).data);
  await putItem(table, { ...key, data, hash, recordedAt: now.toISOString() });
  return current === undefined ? 'created' : 'amended';
}

/** The entry of a code, or undefined. */
export async function readEntry(table: Table, registry: string, id: string): Promise<Entry | undefined> {
  const item = await getItem(table, { PK: registryPartition(registry), SK: id });
  return item && entryOf(item);
}

/** Every entry of a registry, by code. */
export async function readEntries(table: Table, registry: string): Promise<Entry[]> {
  return (await queryAll(table, { partition: registryPartition(registry) })).map(entryOf);
}

/** The codes of a registry's entries, in order. */
export async function readCodes(table: Table, registry: string): Promise<string[]> {
  return (await readEntries(table, registry)).map(({ id }) => id);
}

const itemSchema = z.object({ SK: z.string(), data: z.record(z.string(), z.unknown()) });

function entryOf(item: unknown): Entry {
  const { SK: id, data } = itemSchema.parse(item);
  return { id, data };
}
