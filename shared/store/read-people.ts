import type { PersonRecords, StoredRecord } from '../outcomes/person-records.ts';
import { queryAll, queryPages, type Table } from './dynamo.ts';
import { isStoredRecord } from './stored-record.ts';
import {
  commissionerRecordsPartition,
  personOfPlacementKey,
  personPartition,
  placementsOfCommissioner,
  providerRecordsPartition,
  recordsOfType,
  tableIndexes,
} from './table.ts';
import { versionAsAt } from './version-as-at.ts';

/** How many people are read at the same time. */
const AT_ONCE = 16;

type Reading = {
  readonly commissioner: string;
  /** Of whom alone, where one is given. */
  readonly provider?: string | undefined;
  /** The earliest date of what is read: ends of placements, or records without a person. */
  readonly from: string;
  /** The instant: versions recorded later do not exist. */
  readonly asAt: string;
};

/** A person's records, and the ids of all their placements, withdrawn ones too. */
export type ReadPerson = PersonRecords & { readonly placementIds: readonly string[] };

/**
 * Everything known of each person with a placement of a commissioner that had not ended before a date. Only as many
 * people as are read at once are held in memory.
 */
export function readPeople(table: Table, reading: Reading): AsyncGenerator<ReadPerson> {
  return eachPerson(table, reading, (items, person) => personAt(table, items, person, reading.asAt));
}

/** The same people as they were known at an earlier instant and at the reading's own. */
export function readPeopleBetween(
  table: Table,
  reading: Reading & { readonly since: string },
): AsyncGenerator<{ readonly before: ReadPerson; readonly now: ReadPerson }> {
  return eachPerson(table, reading, async (items, person) => ({
    before: await personAt(table, items, person, reading.since),
    now: await personAt(table, items, person, reading.asAt),
  }));
}

type Items = readonly Readonly<Record<string, unknown>>[];

async function* eachPerson<Read>(
  table: Table,
  reading: Reading,
  read: (items: Items, person: Person) => Promise<Read>,
): AsyncGenerator<Read> {
  const underWay: Promise<Read>[] = [];
  const readOne = async (person: Person): Promise<Read> =>
    read(await queryAll(table, { partition: personPartition(person.provider, person.personRef) }), person);
  for (const person of await findPeople(table, reading)) {
    const first = underWay.length < AT_ONCE ? undefined : underWay.shift();
    if (first !== undefined) yield await first;
    const begun = readOne(person);
    // A later one that fails is met when its turn comes; until then it is no unhandled rejection.
    begun.catch(() => undefined);
    underWay.push(begun);
  }
  yield* underWay;
}

/** The records that name a commissioner and no person. */
export async function readUnattached(table: Table, reading: Reading): Promise<StoredRecord[]> {
  const { commissioner, from, asAt } = reading;
  const partition = commissionerRecordsPartition(commissioner);
  const items = await queryAll(table, { index: tableIndexes.byCommissioner, partition, from });
  const current = new Map(items.map((item) => [recordName(item), item]));
  const versions = await Promise.all([...current.values()].map((item) => versionAsAt(table, item, asAt)));
  return versions
    .filter(isStoredRecord)
    .filter(({ data }) => 'commissioner' in data && data.commissioner === commissioner);
}

/** The reflections of a provider's workers as at an instant. */
export async function readReflections(
  table: Table,
  { provider, asAt }: { readonly provider: string; readonly asAt: string },
): Promise<StoredRecord[]> {
  const items = await queryAll(table, {
    partition: providerRecordsPartition(provider),
    beginsWith: recordsOfType('reflection'),
  });
  const versions = await Promise.all(items.map((item) => versionAsAt(table, item, asAt)));
  return versions.filter(isStoredRecord);
}

type Person = Pick<PersonRecords, 'provider' | 'personRef'>;

async function findPeople(table: Table, { commissioner, provider, from }: Reading): Promise<Person[]> {
  const { byCommissioner } = tableIndexes;
  const people = new Map<string, Person>();
  const query = {
    index: byCommissioner,
    partition: placementsOfCommissioner(commissioner),
    from,
    attributes: [byCommissioner.sort],
  };
  for await (const page of queryPages(table, query)) {
    for (const item of page) {
      const person = personOfPlacementKey(String(item[byCommissioner.sort]));
      if (provider === undefined || person.provider === provider)
        people.set(personPartition(person.provider, person.personRef), person);
    }
  }
  return [...people.values()];
}

async function personAt(
  table: Table,
  items: Items,
  { provider, personRef }: Person,
  asAt: string,
): Promise<ReadPerson> {
  const isLate = (item: Record<string, unknown>) => String(item['recordedAt']) > asAt;
  const versions = items.some(isLate)
    ? await Promise.all(items.map((item) => versionAsAt(table, item, asAt)))
    : items;
  const records = versions
    .filter(isStoredRecord)
    // An id that was withdrawn and sent for someone else shares its history with them.
    .filter(({ data }) => 'personRef' in data && data.personRef === personRef);
  const placementIds = items.filter(({ type }) => type === 'placement').map(({ id }) => String(id));
  return { provider, personRef, records, placementIds };
}

function recordName({ provider, type, id }: Record<string, unknown>): string {
  return [provider, type, id].map(String).join('#');
}
