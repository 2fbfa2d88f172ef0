import { type PersonAccess, readAccesses } from './audit.ts';
import { type ClaimedPlacement, placementsOn, readClaimed } from './claimed-placements.ts';
import type { Table } from './dynamo.ts';
import { type HeldRecords, readShelf, type RecordName, type Shelf } from './held-records.ts';
import { personPartition } from './table.ts';

/** Whose: a service user, by the provider's reference. */
export type Person = { readonly provider: string; readonly personRef: string };

/** Everything the table holds on one person. */
export type Holdings = Person &
  HeldRecords & {
    readonly accesses: readonly PersonAccess[];
    /** The ids of their placements, without those that are somebody else's by now. */
    readonly placements: readonly string[];
    /** The claims that name one of these. */
    readonly claimed: readonly ClaimedPlacement[];
  };

/** Where a person's records are. */
export function shelfOf({ provider, personRef }: Person): Shelf {
  return { provider, partition: personPartition(provider, personRef) };
}

/**
 * Finds everything held on a person.
 *
 * @param alsoUnder ids that may hold something of theirs although nothing leads there
 */
export async function readHoldings(
  table: Table,
  person: Person,
  alsoUnder: readonly RecordName[] = [],
): Promise<Holdings> {
  const { provider, personRef } = person;
  const shelf = shelfOf(person);
  const [records, accesses] = await Promise.all([
    readShelf(table, shelf, alsoUnder),
    readAccesses(table, provider, personRef),
  ]);
  const named = [...records.places, ...records.versions, ...records.pointers, ...alsoUnder];
  const placements = await placementsOn(table, shelf, named);
  const alsoIn = alsoUnder.flatMap(({ type, id }) => (type === 'claim' ? [id] : []));
  const claimed = await readClaimed(table, provider, placements, alsoIn);
  return { provider, personRef, ...records, accesses, placements, claimed };
}

/** Whether nothing at all is held. */
export function isNothing({ places, versions, pointers, accesses, claimed }: Holdings): boolean {
  return [places, versions, pointers, accesses, claimed].every(({ length }) => length === 0);
}
