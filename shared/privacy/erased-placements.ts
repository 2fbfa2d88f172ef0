import type { PlacedPerson, PlacementRecord } from '../finance/placement-weeks.ts';
import { usesOf } from '../finance/erased-use.ts';
import { dayOf } from '../records/london.ts';
import { getItem, type Table } from '../store/dynamo.ts';
import { keepTag, keepUse } from '../store/erased-uses.ts';
import type { Holdings, Person } from '../store/holdings.ts';
import { inParallel } from '../store/in-parallel.ts';
import type { RecordItem } from '../store/record-item.ts';
import { isStoredRecord } from '../store/stored-record.ts';
import { erasedPlacementKey } from '../store/table.ts';
import { placementTag, type TagOf } from './person-tags.ts';

const AT_ONCE = 16;

/** When, and by what, placements go: the accounts keep what they used up to that London date. */
export type UseUntil = {
  readonly date: string;
  /** The instant of the erasure, or the day of their age. */
  readonly reason: string;
};

/**
 * Keeps for the accounts which weeks a person's placements used, under the tags of the placements, before they are
 * removed: what was used is owed, whoever is erased (ADR 10).
 *
 * @param places the person's records as they are
 * @param ids which of the placements go; all of them unless told
 */
export async function keepUses(
  table: Table,
  tagOf: TagOf,
  {
    person,
    places,
    ids,
  }: { readonly person: Person; readonly places: readonly RecordItem[]; readonly ids?: ReadonlySet<string> },
  { date, reason }: UseUntil,
): Promise<void> {
  const uses = usesOf(placedPerson(person, places), dayOf(date));
  // Withdrawn ones, too: what an earlier removal kept of them is not right any more.
  const named = places
    .filter(({ type, moving }) => type === 'placement' && moving !== true)
    .map(({ id }) => id);
  const { provider } = person;
  const ofPerson = await tagOf(person);
  await inParallel(
    AT_ONCE,
    named.filter((id) => ids?.has(id) ?? true),
    async (id) => {
      const tag = await placementTag(tagOf, provider, id);
      await keepTag(table, provider, tag);
      await keepUse(table, provider, { tag, person: ofPerson, use: uses.get(id) }, reason);
    },
  );
}

function placedPerson({ provider }: Person, places: readonly unknown[]): PlacedPerson {
  const placements = places
    .filter(isStoredRecord)
    .flatMap((record): PlacementRecord[] =>
      record.type === 'placement' ? [{ id: record.id, provider, data: record.data }] : [],
    );
  return { placements, attendedDays: [] };
}

/**
 * Keeps the tags of the placements of somebody who is being erased: a claim says nothing of persons, and one that is
 * sent later must not bring such an id back.
 */
export async function noteErasedPlacements(
  table: Table,
  tagOf: TagOf,
  { provider, placements }: Pick<Holdings, 'provider' | 'placements'>,
): Promise<void> {
  await inParallel(AT_ONCE, placements, async (id) =>
    keepTag(table, provider, await placementTag(tagOf, provider, id)),
  );
}

/** Which of some placements, none of which is held, are those of people who were erased. */
export async function erasedAmong(
  table: Table,
  tagOf: TagOf,
  provider: string,
  placements: readonly string[],
): Promise<string[]> {
  const found = await inParallel(AT_ONCE, placements, async (id) =>
    getItem(table, erasedPlacementKey(provider, await placementTag(tagOf, provider, id))),
  );
  return placements.filter((_, index) => found[index] !== undefined);
}
