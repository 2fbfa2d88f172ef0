import * as z from 'zod';
import { getItem, putItem, type Table } from './dynamo.ts';
import { blockCrossingsKey } from './table.ts';

const pointsSchema = z
  .array(z.enum(['used-75-percent', 'used-90-percent', 'used-100-percent', 'expires-within-28-days']))
  .readonly();
const crossingsSchema = z.object({
  /** What the block was past when it was last looked at. */
  crossings: pointsSchema,
  /** Those among them of which nobody may have been told so far. */
  untold: pointsSchema,
  version: z.int().min(0),
});

/** What a block is past, and what of that is still to be told. */
export type BlockCrossings = z.infer<typeof crossingsSchema>;

/** What is known of a block; nothing where it was never looked at. */
export async function readCrossings(table: Table, block: string): Promise<BlockCrossings> {
  const item = await getItem(table, blockCrossingsKey(block));
  return item === undefined ? { crossings: [], untold: [], version: 0 } : crossingsSchema.parse(item);
}

/**
 * Keeps what is known now in place of what was read.
 *
 * @returns whether nobody else did meanwhile
 */
export function saveCrossings(table: Table, block: string, known: BlockCrossings): Promise<boolean> {
  const { version } = known;
  const item = { ...blockCrossingsKey(block), ...known, version: version + 1 };
  return putItem(table, item, version === 0 ? 'absent' : { version });
}
