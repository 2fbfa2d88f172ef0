import { deleteItem, getItem, putItem, queryAll, queryPage, type Table } from './dynamo.ts';
import { inParallel } from './in-parallel.ts';
import { partitionOfContent, pointerItem, readRecordItem, type RecordItem } from './record-item.ts';
import { historyPartition, placeOf, pointerKey, tableIndexes, VACANT } from './table.ts';

/** A record's kind and the provider's id of it. */
export type RecordName = { readonly type: string; readonly id: string };

/** The records of one provider in one partition: a person's, or those that name nobody. */
export type Shelf = { readonly provider: string; readonly partition: string };

/** Everything the table holds of some records. */
export type HeldRecords = {
  /** What is in their own places: current records, withdrawn ones and closed places. */
  readonly places: readonly RecordItem[];
  /** Superseded versions that belong here, also those of ids that have gone elsewhere since. */
  readonly versions: readonly RecordItem[];
  /** Ids that lead here although a crash kept their record from being written. */
  readonly pointers: readonly RecordName[];
};

const AT_ONCE = 16;

/**
 * Finds every record on a shelf: from the places and the index of pointers to the ids, and from each id to its
 * superseded versions.
 *
 * @param alsoUnder ids that may hold something of theirs although nothing leads there
 */
export async function readShelf(
  table: Table,
  shelf: Shelf,
  alsoUnder: readonly RecordName[] = [],
): Promise<HeldRecords> {
  const { partition } = shelf;
  const [items, pointerItems] = await Promise.all([
    queryAll(table, { partition }),
    queryAll(table, { index: tableIndexes.byParty, partition }),
  ]);
  const places = items.map(readRecordItem).filter(({ provider }) => provider === shelf.provider);
  const indexed = pointerItems.map(({ GSI3SK }) => nameOf(String(GSI3SK)));
  const pointers = await leadingHere(table, shelf, without([...indexed, ...alsoUnder], places));
  const versions = await versionsOn(table, shelf, distinct([...places, ...pointers, ...alsoUnder]));
  return { places, versions, pointers };
}

/** The superseded versions of some ids that belong on a shelf. */
async function versionsOn(
  table: Table,
  { provider, partition }: Shelf,
  names: readonly RecordName[],
): Promise<RecordItem[]> {
  const found = await inParallel(AT_ONCE, names, async ({ type, id }) => {
    const items = await queryAll(table, { partition: historyPartition(provider, type, id) });
    return items
      .map(readRecordItem)
      .filter((item) => isEmptyFence(item) || partitionOfContent(item) === partition);
  });
  return found.flat();
}

/**
 * Removes records for good, whatever others do meanwhile. Of each id first the superseded versions, then the pointer,
 * where it still leads here, and last what is in its place: until then a repeated removal finds the id again.
 */
export async function removeHeld(table: Table, shelf: Shelf, held: HeldRecords): Promise<void> {
  await removeVersions(table, held.versions);
  await inParallel(AT_ONCE, distinct([...held.places, ...held.pointers]), async ({ type, id }) => {
    await removePointer(table, shelf, { type, id });
    await deleteItem(table, placeOf(shelf.partition, { provider: shelf.provider, type, id }));
  });
}

/**
 * Removes records that are still as they were read, in the same order. One that was sent again meanwhile stays, and
 * is led to again.
 *
 * @returns those that were removed
 */
export async function removeUnlessChanged(
  table: Table,
  shelf: Shelf,
  places: readonly RecordItem[],
): Promise<RecordItem[]> {
  await removeVersions(table, await versionsOn(table, shelf, places));
  const removed = await inParallel(AT_ONCE, places, async (place) => {
    const { PK, SK, version, recordedAt } = place;
    await removePointer(table, shelf, place);
    if (await deleteItem(table, { PK, SK }, { version, recordedAt })) return [place];
    const sentAgain = await getItem(table, { PK, SK });
    if (sentAgain === undefined) return [place];
    const pointer = pointerItem(place, 0);
    // Gone or leading nowhere, as it was left just now.
    if (!(await putItem(table, pointer, 'absent'))) await putItem(table, pointer, { partition: VACANT });
    return [];
  });
  return removed.flat();
}

async function removeVersions(table: Table, versions: readonly RecordItem[]): Promise<void> {
  await inParallel(AT_ONCE, versions, ({ PK, SK, hash, recordedAt }) =>
    // Under the same key there may be another's version by now.
    deleteItem(table, { PK, SK }, { hash, recordedAt }),
  );
}

/**
 * Takes away what leads here from an id. Where the id has versions that are others', the pointer stays and leads
 * nowhere, so that whoever is sent under it next goes on counting and overwrites none of theirs.
 */
async function removePointer(
  table: Table,
  { provider, partition }: Shelf,
  { type, id }: RecordName,
): Promise<void> {
  const history = historyPartition(provider, type, id);
  const [newest] = (await queryPage(table, { partition: history, descending: true, limit: 1 })).items;
  const place = await getItem(table, placeOf(partition, { provider, type, id }));
  if (newest === undefined) await deleteItem(table, pointerKey(provider, type, id), { partition });
  else {
    const versions = [newest, place].map((item) => (item === undefined ? 0 : readRecordItem(item).version));
    const vacant = { ...pointerKey(provider, type, id), partition: VACANT, base: Math.max(...versions) };
    await putItem(table, vacant, { partition });
  }
}

/** What closed a place where there never was a record names nobody and goes with whoever goes first. */
function isEmptyFence({ moving, data }: RecordItem): boolean {
  return moving === true && Object.keys(data).length === 0;
}

/** The index may be behind by a moment: of ids that have no place, those whose pointer does lead here. */
async function leadingHere(
  table: Table,
  { provider, partition }: Shelf,
  names: readonly RecordName[],
): Promise<RecordName[]> {
  const items = await inParallel(AT_ONCE, names, ({ type, id }) =>
    getItem(table, pointerKey(provider, type, id)),
  );
  return names.filter((_, index) => items[index]?.['partition'] === partition);
}

function nameOf(sort: string): RecordName {
  const [type = '', id = ''] = sort.split('#');
  return { type, id };
}

function without(names: readonly RecordName[], others: readonly RecordName[]): RecordName[] {
  const known = new Set(others.map(({ type, id }) => `${type}#${id}`));
  return names.filter(({ type, id }) => !known.has(`${type}#${id}`));
}

function distinct(names: readonly RecordName[]): RecordName[] {
  return [...new Map(names.map(({ type, id }) => [`${type}#${id}`, { type, id }])).values()];
}
