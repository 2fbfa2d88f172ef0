import { differAsAt } from '../../outcomes/differ-as-at.ts';
import { measuresMoved, measuresMovedUnattached } from '../../outcomes/measures-moved.ts';
import { periodOf } from '../../outcomes/period.ts';
import type { StoredRecord } from '../../outcomes/person-records.ts';
import type { Table } from '../../store/dynamo.ts';
import { inParallel } from '../../store/in-parallel.ts';
import type { Stored, Versions } from '../../store/put-record.ts';
import { readPerson } from '../../store/read-person.ts';
import { recordItem } from '../../store/record-item.ts';
import { isStoredRecord } from '../../store/stored-record.ts';
import { changeOf, type Lateness, latenessAt } from './lateness.ts';

/** The newest issue of a pack whose figures late records can move, and how many records those are. */
export type AffectedPack = {
  readonly commissioner: string;
  readonly month: string;
  readonly revision: number;
  /** The measures of these figures; absent where late records of too many people came at once to look into. */
  readonly measures?: readonly string[];
  readonly records: number;
};

type Where = { readonly table: Table; readonly provider: string; readonly lateness: Lateness };

const AT_ONCE = 8;

/** To look at a person in a month with and without a change takes a millisecond or two, and an answer must be given. */
const MOST_PEOPLE = 100;

/**
 * The issued packs that late records touch: of each month the newest revision in which a measure sees the person, or
 * what names nobody, otherwise with them than before. It is found from the records as they stand, so it is the same
 * before they are stored and after. By commissioner and month.
 *
 * Of late records of more than 100 people at once no measure is looked into: every issued month is named of which they
 * say something else.
 */
export async function affectedPacks(
  table: Table,
  provider: string,
  submitted: readonly Pick<Stored, 'late'>[],
): Promise<AffectedPack[]> {
  const changes = oneOfEach(submitted.flatMap(({ late }) => late ?? []));
  const where = { table, provider, lateness: latenessAt(table, provider) };
  const byPerson = Map.groupBy(changes, ({ former, next }) => personOf(former?.data) ?? personOf(next?.data));
  const found = await inParallel(AT_ONCE, [...byPerson], ([personRef, ofOne]) =>
    personRef === undefined || byPerson.size > MOST_PEOPLE
      ? affectedOneByOne(where, ofOne, byPerson.size > MOST_PEOPLE)
      : affectedByPerson(where, personRef, ofOne),
  );
  const packs = Map.groupBy(found.flat(), ({ commissioner, month }) => `${commissioner}#${month}`);
  return [...packs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [others.reduce(together, first)]));
}

/** Of one id sent more than once, what stood first and what stands in the end. */
function oneOfEach(late: readonly Versions[]): Versions[] {
  const byName = Map.groupBy(late, ({ former, next }) => `${(former ?? next)?.type}#${(former ?? next)?.id}`);
  return [...byName.values()].map((ofOne) => ({ former: ofOne[0]?.former, next: ofOne.at(-1)?.next }));
}

async function affectedByPerson(
  { table, provider, lateness }: Where,
  personRef: string,
  changes: readonly Versions[],
): Promise<AffectedPack[]> {
  const { records } = await readPerson(table, { provider, personRef });
  const names = new Set(
    changes.map(({ former, next }) => `${(former ?? next)?.type}#${(former ?? next)?.id}`),
  );
  const others = records.filter(({ type, id }) => !names.has(`${type}#${id}`));
  const sides = sidesOf(provider, changes);
  const before = { provider, personRef, records: [...others, ...sides.before] };
  const after = { provider, personRef, records: [...others, ...sides.after] };
  const commissioners = new Set(
    [...before.records, ...after.records].flatMap(({ type, data }) =>
      type === 'placement' ? [data.commissioner] : [],
    ),
  );
  return affected(lateness, [...commissioners], changes, (commissioner, month) =>
    measuresMoved({ before, after }, commissioner, month),
  );
}

async function affectedOneByOne(
  { provider, lateness }: Where,
  changes: readonly Versions[],
  isTooMuch: boolean,
): Promise<AffectedPack[]> {
  const each = await inParallel(AT_ONCE, changes, async (change) => {
    const sides = sidesOf(provider, [change]);
    return affected(lateness, await lateness.concerned(change), [change], (commissioner, month) =>
      isTooMuch ? undefined : measuresMovedUnattached(sides, commissioner, month),
    );
  });
  return each.flat();
}

async function affected(
  { issued }: Lateness,
  commissioners: readonly string[],
  changes: readonly Versions[],
  movedIn: (commissioner: string, month: string) => string[] | undefined,
): Promise<AffectedPack[]> {
  const compared = changes.map(changeOf);
  const packs = (await Promise.all(commissioners.map(issued))).flat();
  return packs.flatMap(({ commissioner, month, revision }) => {
    const { lastDate } = periodOf(month);
    const records = compared.filter((change) => differAsAt(change, lastDate)).length;
    const measures = records === 0 ? [] : movedIn(commissioner, month);
    if (measures?.length === 0) return [];
    return [{ commissioner, month, revision, ...(measures && { measures }), records }];
  });
}

/** The changed records as they stood and as they stand, as they would be read from the store. */
function sidesOf(provider: string, changes: readonly Versions[]) {
  const stamp = { version: 1, recordedAt: '', client: '' };
  const stored = (items: readonly unknown[]): StoredRecord[] => items.filter(isStoredRecord);
  return {
    before: stored(changes.map(({ former }) => former)),
    after: stored(changes.map(({ next }) => next && recordItem(provider, next, stamp))),
  };
}

function together(one: AffectedPack, other: AffectedPack): AffectedPack {
  const measures = [...new Set([...(one.measures ?? []), ...(other.measures ?? [])])];
  return { ...one, ...(measures.length > 0 && { measures }), records: one.records + other.records };
}

function personOf(data: object | undefined): string | undefined {
  return data !== undefined && 'personRef' in data && typeof data.personRef === 'string'
    ? data.personRef
    : undefined;
}
