import { type PersonAccess, readAccesses } from './audit.ts';
import { type BatchPart, type BatchRecord, readBatches, rewritePart } from './batches.ts';
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
    /** Parts of batches that are being stored with records of theirs in them. */
    readonly pending: readonly BatchPart[];
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
  const [records, accesses, { parts }] = await Promise.all([
    readShelf(table, shelf, alsoUnder),
    readAccesses(table, provider, personRef),
    readBatches(table, provider),
  ]);
  const named = [...records.places, ...records.versions, ...records.pointers, ...alsoUnder];
  const placements = await placementsOn(table, shelf, named);
  const alsoIn = alsoUnder.flatMap(({ type, id }) => (type === 'claim' ? [id] : []));
  const claimed = await readClaimed(table, provider, placements, alsoIn);
  const pending = parts.filter((part) => part.records.some((record) => isOf(person, record)));
  return { provider, personRef, ...records, accesses, placements, claimed, pending };
}

/** Whether nothing at all is held. */
export function isNothing({ places, versions, pointers, accesses, claimed, pending }: Holdings): boolean {
  return [places, versions, pointers, accesses, claimed, pending].every(({ length }) => length === 0);
}

/** Takes somebody's records out of batches that are being stored. */
export async function removePending(
  table: Table,
  held: Pick<Holdings, 'personRef' | 'pending'>,
): Promise<void> {
  for (const part of held.pending)
    await rewritePart(
      table,
      part,
      part.records.filter((record) => !isOf(held, record)),
    );
}

function isOf({ personRef }: Pick<Person, 'personRef'>, { data }: BatchRecord): boolean {
  return data['personRef'] === personRef;
}
