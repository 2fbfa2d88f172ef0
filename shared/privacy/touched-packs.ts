import { measuresCounting } from '../outcomes/counted-in.ts';
import type { StoredRecord } from '../outcomes/person-records.ts';
import type { Table } from '../store/dynamo.ts';
import type { TouchedPack } from '../store/erasures.ts';
import type { Holdings } from '../store/holdings.ts';
import { readPacks } from '../store/packs.ts';
import type { RecordItem } from '../store/record-item.ts';
import { isStoredRecord } from '../store/stored-record.ts';

/**
 * The revisions of packs that a person is counted in and the measures of each, by the records as each run saw them
 * and the measures as they are defined today. Revisions that are claimed and not issued yet are among them; those
 * whose run knew that the person's erasure was under way are not.
 */
export async function touchedPacks(
  table: Table,
  held: Holdings,
  erasure?: string,
): Promise<Omit<TouchedPack, 'erasedAt'>[]> {
  const commissioners = [...new Set(versionsIn(held).flatMap(commissionerOf))].sort();
  const packs = await Promise.all(commissioners.map((code) => readPacks(table, code)));
  const withThem = packs
    .flat()
    .filter(({ without = [] }) => erasure === undefined || !without.includes(erasure));
  return withThem.flatMap(({ commissioner, month, revision, asAt }) => {
    const { provider, personRef } = held;
    const person = { provider, personRef, records: recordsAsAt(held, asAt) };
    const measures = measuresCounting(person, commissioner, month);
    return measures.length === 0 ? [] : [{ commissioner, month, revision, measures }];
  });
}

/** What stood of a person at an instant: of each id the newest version that was recorded by then. */
function recordsAsAt(held: Holdings, instant: string): StoredRecord[] {
  const newest = new Map<string, RecordItem>();
  for (const version of versionsIn(held)) {
    if (version.recordedAt > instant) continue;
    const name = `${version.type}#${version.id}`;
    if ((newest.get(name)?.version ?? 0) < version.version) newest.set(name, version);
  }
  const known: readonly unknown[] = [...newest.values()];
  return known.filter(isStoredRecord);
}

function versionsIn({ places, versions }: Holdings): readonly RecordItem[] {
  return [...places, ...versions];
}

function commissionerOf({ type, data }: RecordItem): string[] {
  return type === 'placement' && typeof data['commissioner'] === 'string' ? [data['commissioner']] : [];
}
