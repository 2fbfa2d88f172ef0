import * as z from 'zod';
import { type ErasedUse, erasedUseSchema } from '../finance/erased-use.ts';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { erasedPlacementKey, erasedPlacementsPartition } from './table.ts';

/** What the accounts keep of a placement that is not held any more. */
export type KeptUse = {
  /** The tag of the placement, which is nobody's id. */
  readonly tag: string;
  /** The tag of its person: whoever has the same is the same. */
  readonly person: string;
  readonly use: ErasedUse;
};

const keptSchema = z.object({ SK: z.string(), person: z.string(), use: erasedUseSchema });

/**
 * Keeps what a placement used. What was kept for the same reason before stays: a repeated removal finds less.
 *
 * @param reason why it is not held any more: an erasure's instant, or its age
 */
export async function keepUse(
  table: Table,
  provider: string,
  { tag, person, use }: KeptUse,
  reason: string,
): Promise<void> {
  const key = erasedPlacementKey(provider, tag);
  const before = await getItem(table, key);
  if (before?.['reason'] !== reason) await putItem(table, { ...key, person, use, reason });
}

/** Keeps that there was such a placement, and nothing of what it used. */
export async function keepTag(table: Table, provider: string, tag: string): Promise<void> {
  await putItem(table, erasedPlacementKey(provider, tag), 'absent');
}

/** What is kept of a provider's placements that are not held any more. */
export async function readKeptUses(table: Table, provider: string): Promise<KeptUse[]> {
  const items = await queryAll(table, { partition: erasedPlacementsPartition(provider) });
  return items
    .filter(({ use }) => use !== undefined)
    .map((item) => {
      const { SK: tag, person, use } = keptSchema.parse(item);
      return { tag, person, use };
    });
}
