import { periodOf } from '../../outcomes/period.ts';
import { differAsAt } from '../../outcomes/differ-as-at.ts';
import { type AnyRecord, typeNamed } from '../../records/registry.ts';
import type { Table } from '../../store/dynamo.ts';
import type { Versions } from '../../store/put-record.ts';
import { servedCommissioners } from '../../store/served-commissioners.ts';
import { readPlacements } from '../../store/read-records.ts';
import type { RecordItem } from '../../store/record-item.ts';
import { type IssuedMonths, issuedMonths } from './issued-months.ts';

/** What is issued of a provider's months, and whether what is sent comes late for it. */
export type Lateness = {
  readonly issued: IssuedMonths;
  /** The commissioners whom a record in place of another may concern. */
  readonly concerned: (versions: Versions, known?: readonly string[]) => Promise<readonly string[]>;
  /**
   * Whether a record comes late: whether, with it in place of the version that stood, something else is said of a month
   * that was issued to one of the commissioners it concerns.
   *
   * @param known the commissioners of its person's placements, where they were read already
   */
  readonly isLate: (versions: Versions, known?: readonly string[]) => Promise<boolean>;
};

/** The lateness of one provider's records at this moment. */
export function latenessAt(table: Table, provider: string): Lateness {
  const issued = issuedMonths(table);
  const served = new Map<string, Promise<readonly string[]>>();

  const concerned: Lateness['concerned'] = async (versions, known) => {
    const records = [versions.next, versions.former && recordOf(versions.former)].flatMap(
      (each) => each ?? [],
    );
    const found = await Promise.all(
      records.map(async ({ type, data, subject, happenedAt }): Promise<readonly string[]> => {
        if (type === 'placement') return [data.commissioner];
        if (subject.kind === 'commissioner') return [subject.commissioner];
        if (subject.kind === 'person') return known ?? commissionersOf(table, provider, subject.personRef);
        const month = happenedAt.slice(0, 7);
        const ofMonth = served.get(month) ?? servedCommissioners(table, provider, `${month}-01`);
        served.set(month, ofMonth);
        return ofMonth;
      }),
    );
    return [...new Set(found.flat())];
  };
  return {
    issued,
    concerned,
    isLate: async (versions, known) => {
      const change = changeOf(versions);
      for (const commissioner of await concerned(versions, known)) {
        // What was known by an earlier month is known by the newest, too.
        const newest = (await issued(commissioner)).at(-1);
        if (newest !== undefined && differAsAt(change, periodOf(newest.month).lastDate)) return true;
      }
      return false;
    },
  };
}

async function commissionersOf(table: Table, provider: string, personRef: string): Promise<string[]> {
  return (await readPlacements(table, provider, personRef)).map(({ commissioner }) => commissioner);
}

/** Both versions as records. */
export function changeOf({ former, next }: Versions) {
  return { before: former && recordOf(former), after: next };
}

/** A stored version as a record; what it holds passed its schema when it was written. */
export function recordOf({ type, id, data }: RecordItem): AnyRecord | undefined {
  const parsed = typeNamed(type)?.parse(id, data);
  return parsed?.success === true ? parsed.record : undefined;
}
