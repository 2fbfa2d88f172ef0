import { getItem, putItem, type Table } from '../store/dynamo.ts';
import type { Holdings } from '../store/holdings.ts';
import { inParallel } from '../store/in-parallel.ts';
import { erasedPlacementKey } from '../store/table.ts';
import { placementTag, type TagOf } from './person-tags.ts';

const AT_ONCE = 16;

/**
 * Keeps the tags of the placements of somebody who is being erased: a claim says nothing of persons, and one that is
 * sent later must not bring such an id back.
 */
export async function noteErasedPlacements(
  table: Table,
  tagOf: TagOf,
  { provider, placements }: Pick<Holdings, 'provider' | 'placements'>,
): Promise<void> {
  await inParallel(AT_ONCE, placements, async (placement) =>
    putItem(table, erasedPlacementKey(provider, await placementTag(tagOf, provider, placement))),
  );
}

/** Which of some placements, none of which is held, are those of people who were erased. */
export async function erasedAmong(
  table: Table,
  tagOf: TagOf,
  provider: string,
  placements: readonly string[],
): Promise<string[]> {
  const found = await inParallel(AT_ONCE, placements, async (placement) =>
    getItem(table, erasedPlacementKey(provider, await placementTag(tagOf, provider, placement))),
  );
  return placements.filter((_, index) => found[index] !== undefined);
}
