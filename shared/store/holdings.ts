import { type PersonAccess, readAccesses } from './audit.ts';
import type { Table } from './dynamo.ts';
import { type HeldRecords, readShelf, type RecordName, type Shelf } from './held-records.ts';
import { personPartition } from './table.ts';

/** Whose: a service user, by the provider's reference. */
export type Person = { readonly provider: string; readonly personRef: string };

/** Everything the table holds on one person. */
export type Holdings = Person & HeldRecords & { readonly accesses: readonly PersonAccess[] };

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
  const [records, accesses] = await Promise.all([
    readShelf(table, shelfOf(person), alsoUnder),
    readAccesses(table, provider, personRef),
  ]);
  return { provider, personRef, ...records, accesses };
}

/** Whether nothing at all is held. */
export function isNothing({ places, versions, pointers, accesses }: Holdings): boolean {
  return [places, versions, pointers, accesses].every(({ length }) => length === 0);
}
