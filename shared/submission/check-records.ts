import { checkAgainstPlacements, type KnownPlacement } from '../intake/check-against-placements.ts';
import { type Reading, readRecord } from '../intake/read-record.ts';
import type { FieldIssue } from '../platform/errors.ts';
import type { AnyRecord } from '../records/registry.ts';
import { erasedIssue } from '../privacy/erased.ts';
import type { Table } from '../store/dynamo.ts';
import { locate } from '../store/locate-record.ts';
import { idInUse } from '../store/put-record.ts';
import { readPlacements } from '../store/read-records.ts';
import { contentHash, recordKey } from '../store/record-item.ts';
import { inParallel } from '../store/in-parallel.ts';
import { peopleIn } from './people-in.ts';
import type { Submission } from './submission.ts';

/** What was sent as one record, and what is known to be wrong with it already. */
export type Sent = {
  readonly type: string;
  readonly id: unknown;
  readonly value: unknown;
  readonly issues?: readonly FieldIssue[] | undefined;
  /** Puts what is wrong with the record in its sender's terms. */
  readonly told?: ((issues: readonly FieldIssue[]) => readonly FieldIssue[]) | undefined;
};

/** A record that may be stored, with the commissioners of its person's placements, or everything that is wrong with it. */
export type Checked =
  | { readonly record: AnyRecord; readonly commissioners?: readonly string[]; readonly issues?: undefined }
  | { readonly record?: undefined; readonly issues: readonly FieldIssue[] };

const AT_ONCE = 16;

/**
 * Checks what was sent, each by itself, against the registers, against the rest of what was sent and against what is
 * known of its person; every problem of a record is told at once. Placements that are themselves refused count for
 * nothing.
 */
export async function checkRecords(submission: Submission, sent: readonly Sent[]): Promise<Checked[]> {
  const read = sent.map(({ type, id, value, issues }) =>
    issues === undefined ? readRecord(type, id, value) : { links: {}, issues },
  );
  const registered = await inParallel(AT_ONCE, read, (reading) => checkCommissioner(submission, reading));
  const owned = await refuseErased(submission, refuseSecondOwners(registered));
  const known = await knownPlacements(submission, owned);
  return inParallel(AT_ONCE, owned, async ({ record, issues = [], links }, index) => {
    const placements = known.get(links.personRef ?? '') ?? [];
    const isPlacement = sent[index]?.type === 'placement';
    const amiss = isPlacement ? [] : checkAgainstPlacements(links, record, placements);
    const commissioners = placements.map(({ commissioner }) => commissioner);
    // A placement that came later may contradict what was taken in; sent again as it stands, it is no news.
    if (record !== undefined && (amiss.length === 0 || (await stands(submission, record))))
      return { record, commissioners };
    const found = [...issues, ...amiss];
    return { issues: sent[index]?.told?.(found) ?? found };
  });
}

/** Whether a record is stored already as it was sent. */
async function stands({ table, change }: Submission, record: AnyRecord): Promise<boolean> {
  const { partition, current } = await locate(table, change.provider, record.type, record.id);
  const isThere = partition === recordKey(change.provider, record).PK && current?.withdrawn === undefined;
  return isThere && current?.hash === contentHash(record.data);
}

function refuse(reading: Reading, issue: FieldIssue): Reading {
  return { links: reading.links, issues: [...(reading.issues ?? []), issue] };
}

async function checkCommissioner({ isCommissioner }: Submission, reading: Reading): Promise<Reading> {
  const { commissioner } = reading.links;
  if (commissioner === undefined || (await isCommissioner(commissioner))) return reading;
  const message = 'no commissioner is registered under this code; ask the operator for the right one';
  return refuse(reading, { field: 'commissioner', code: 'unknown-commissioner', message });
}

/** No record of somebody who was erased is taken in, right or wrong. */
async function refuseErased({ erasures }: Submission, readings: readonly Reading[]): Promise<Reading[]> {
  const erased = await erasures.erasedOf(
    peopleIn(readings.map(({ links, record }) => ({ personRef: links.personRef, record }))),
  );
  return readings.map((reading) => {
    const erasure = erased.get(reading.links.personRef ?? '');
    return erasure === undefined ? reading : refuse(reading, erasedIssue(erasure));
  });
}

/** Of records sent under one id for different people the first one has it. */
function refuseSecondOwners(readings: readonly Reading[]): Reading[] {
  const owners = new Map<string, string>();
  return readings.map((reading) => {
    const { record } = reading;
    if (record === undefined) return reading;
    const name = `${record.type}#${record.id}`;
    const owner = JSON.stringify(record.subject);
    if ((owners.get(name) ?? owner) !== owner) {
      const { code, message } = idInUse();
      return refuse(reading, { field: 'id', code, message });
    }
    owners.set(name, owner);
    return reading;
  });
}

/** The placements of every person named: those stored, with those sent along in their place or beside them. */
async function knownPlacements(
  { table, change }: Submission,
  readings: readonly Reading[],
): Promise<Map<string, KnownPlacement[]>> {
  const refs = readings.flatMap(({ record, links }) =>
    links.personRef !== undefined && record?.type !== 'placement' ? [links.personRef] : [],
  );
  const people = await inParallel(AT_ONCE, [...new Set(refs)], async (personRef) => {
    const stored: KnownPlacement[] = await readPlacements(table, change.provider, personRef);
    return [personRef, new Map(stored.map((placement) => [placement.id, placement]))] as const;
  });
  const byPerson = new Map(people);
  await inParallel(AT_ONCE, readings, async ({ record }) => {
    if (record?.type !== 'placement') return;
    const placements = byPerson.get(record.data.personRef);
    if (placements === undefined || (await isForeign(table, change.provider, record))) return;
    placements.set(record.id, { id: record.id, ...record.data });
  });
  return new Map([...byPerson].map(([personRef, placements]) => [personRef, [...placements.values()]]));
}

/** Whether an id is another person's: such a record will be refused, and nothing else may be judged by it. */
async function isForeign(table: Table, provider: string, record: AnyRecord): Promise<boolean> {
  const { partition, current } = await locate(table, provider, record.type, record.id);
  const isElsewhere = partition !== undefined && partition !== recordKey(provider, record).PK;
  return isElsewhere && current !== undefined && current.withdrawn === undefined;
}
