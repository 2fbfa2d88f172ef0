import * as z from 'zod';
import { type ErasedUse, erasedUseSchema } from '../finance/erased-use.ts';
import { deleteItem, getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { erasedPlacementKey, erasedPlacementsPartition, erasedUseKey } from './table.ts';

/** A placement of a person that is not held any more, by tags: the same id may be that of several people in turn. */
type Tags = { readonly tag: string; readonly person: string };

/** What the accounts keep of a placement that is not held any more. */
export type KeptUse = Tags & { readonly use: ErasedUse };

const keptSchema = z.object({ tag: z.string(), person: z.string(), use: erasedUseSchema });

/**
 * Keeps what a placement used, or that it used nothing. What was kept for the same reason before stays: a repeated
 * removal finds less.
 *
 * @param use undefined where it used nothing: what was kept of an earlier removal is not right any more
 * @param reason why it is not held any more: an erasure's instant, or the day of its age
 */
export async function keepUse(
  table: Table,
  provider: string,
  { tag, person, use }: Tags & { readonly use: ErasedUse | undefined },
  reason: string,
): Promise<void> {
  const key = erasedUseKey(provider, tag, person);
  const before = await getItem(table, key);
  if (before?.['reason'] === reason) return;
  if (use !== undefined) await putItem(table, { ...key, tag, person, use, reason });
  else if (before !== undefined) await deleteItem(table, key);
}

/** Keeps that there was such a placement, and nothing of what it used. */
export async function keepTag(table: Table, provider: string, tag: string): Promise<void> {
  await putItem(table, erasedPlacementKey(provider, tag), 'absent');
}

/** What is kept of a provider's placements that are not held any more. */
export async function readKeptUses(table: Table, provider: string): Promise<KeptUse[]> {
  const items = await queryAll(table, { partition: erasedPlacementsPartition(provider) });
  return items.filter(({ use }) => use !== undefined).map((item) => keptSchema.parse(item));
}
