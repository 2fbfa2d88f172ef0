import { queryPages, type Table } from './dynamo.ts';
import type { Person } from './holdings.ts';
import { inParallel } from './in-parallel.ts';
import {
  openPlacements,
  personOfPartition,
  personOfPlacementKey,
  personPartition,
  placementsOfCommissioner,
  recordsByChange,
  tableIndexes,
} from './table.ts';

/** How many commissioners are asked at the same time. */
const AT_ONCE = 16;

/**
 * A provider's people of whom anything arrived from an instant on, and those with a placement that has not ended,
 * however long ago it was sent. Reads keys alone.
 *
 * @param commissioners all there are: a placement is found by who pays for it
 */
export async function findProviderPeople(
  table: Table,
  provider: string,
  { from, commissioners }: { readonly from: string; readonly commissioners: readonly string[] },
): Promise<Person[]> {
  const people = new Map<string, Person>();
  const add = (person: Person) => people.set(personPartition(person.provider, person.personRef), person);
  const { byChange, byCommissioner } = tableIndexes;
  const changes = { index: byChange, partition: recordsByChange(provider, '', '', '').GSI2PK, from };
  for await (const page of queryPages(table, { ...changes, attributes: ['PK'] })) {
    for (const { PK } of page) {
      const person = personOfPartition(String(PK));
      if (person !== undefined) add(person);
    }
  }
  await inParallel(AT_ONCE, commissioners, async (commissioner) => {
    const open = {
      index: byCommissioner,
      partition: placementsOfCommissioner(commissioner),
      beginsWith: openPlacements,
      attributes: [byCommissioner.sort],
    };
    for await (const page of queryPages(table, open))
      for (const item of page) {
        const person = personOfPlacementKey(String(item[byCommissioner.sort]));
        if (person.provider === provider) add(person);
      }
  });
  return [...people.values()];
}
