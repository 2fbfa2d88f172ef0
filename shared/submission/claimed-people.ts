import type { ClaimRecord } from '../finance/claim.ts';
import type { Written } from '../privacy/erasure-guard.ts';
import { partitionsOf } from '../store/claimed-placements.ts';
import type { Table } from '../store/dynamo.ts';
import { personOfPartition } from '../store/table.ts';

/** Whom a claim is about, although it names placements alone. */
export type ClaimedPeople = {
  /** The people whose placements it names, and which those are. */
  readonly people: readonly (Written & { readonly placements: readonly string[] })[];
  /** The placements that nothing is held of. */
  readonly unheld: readonly string[];
};

/** Finds the people of a claim's placements, one read for each. */
export async function claimedPeople(table: Table, { id, data }: ClaimRecord): Promise<ClaimedPeople> {
  const placements = data.lines.map(({ placement }) => placement);
  const partitions = await partitionsOf(table, data.provider, placements);
  const refOf = (placement: string) => personOfPartition(partitions.get(placement) ?? '')?.personRef;
  const people = Map.groupBy(placements, refOf);
  return {
    people: [...people].flatMap(([personRef, own]) =>
      personRef === undefined
        ? []
        : [
            {
              personRef,
              placements: own,
              names: [{ type: 'claim', id }, ...own.map((each) => ({ type: 'placement', id: each }))],
            },
          ],
    ),
    unheld: people.get(undefined) ?? [],
  };
}
