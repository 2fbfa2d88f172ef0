import * as z from 'zod';
import { getItem, putItem, type Table } from './dynamo.ts';
import { blockCrossingsKey } from './table.ts';

const crossingsSchema = z.array(
  z.enum(['used-75-percent', 'used-90-percent', 'used-100-percent', 'expires-within-28-days']),
);

type Crossings = z.infer<typeof crossingsSchema>;

/** What a block was past when it was last looked at. */
export async function readCrossings(table: Table, block: string): Promise<Crossings> {
  const item = await getItem(table, blockCrossingsKey(block));
  return crossingsSchema.parse(item?.['crossings'] ?? []);
}

/** Keeps what it is past now, where that is not what it was. */
export async function saveCrossings(
  table: Table,
  block: string,
  crossings: readonly string[],
  before: readonly string[],
): Promise<void> {
  if (crossings.join() === before.join()) return;
  await putItem(table, { ...blockCrossingsKey(block), crossings });
}
