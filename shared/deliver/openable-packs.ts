import type { Caller } from '../platform/caller.ts';
import type { Table } from '../store/dynamo.ts';
import { type KnownPack, readKnownPacks } from '../store/known-packs.ts';
import { mayOpen, seesUnreleased } from './may-open.ts';

/** The revisions of a commissioner that a caller may see, of one month or of all; none of what is others'. */
export async function openablePacks(
  table: Table,
  caller: Caller,
  commissioner: string,
  month?: string,
): Promise<KnownPack[]> {
  if (!mayOpen(caller, commissioner)) return [];
  const packs = await readKnownPacks(table, commissioner, month);
  return seesUnreleased(caller) ? packs : packs.filter(({ release }) => release?.released !== undefined);
}
