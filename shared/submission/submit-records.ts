import { checkAgainstPlacements, type KnownPlacement } from '../intake/check-against-placements.ts';
import { readRecord } from '../intake/read-record.ts';
import { AppError, type FieldIssue } from '../platform/errors.ts';
import type { AnyRecord } from '../records/registry.ts';
import type { Table } from '../store/dynamo.ts';
import { type Change, putRecord, type PutResult } from '../store/put-record.ts';
import { readPlacements } from '../store/read-records.ts';
import { inParallel } from './in-parallel.ts';

/** What was sent as one record. */
export type Sent = { readonly type: string; readonly id: unknown; readonly value: unknown };

export type Submitted = PutResult | { readonly outcome: 'rejected'; readonly issues: readonly FieldIssue[] };

export type Submission = {
  readonly table: Table;
  readonly isCommissioner: (code: string) => Promise<boolean>;
  readonly change: Omit<Change, 'dryRun'>;
  /** `validate` says what would happen and writes nothing. */
  readonly mode: 'commit' | 'validate';
  /** `all` writes nothing unless all are valid. */
  readonly atomic: 'none' | 'all';
};

/** How many people's records are worked on at the same time. */
const AT_ONCE = 16;

/**
 * Takes in what a provider sends: reads each record, checks it against what is known of its person, and stores what
 * is right. Answers in the order sent. Placements are stored before what belongs to them, and records of one id in
 * the order sent, so that stopping anywhere leaves nothing that a resend does not complete.
 */
export async function submitRecords(submission: Submission, sent: readonly Sent[]): Promise<Submitted[]> {
  const checked = await check(submission, sent);
  const commit = submission.mode === 'commit';
  if (submission.atomic === 'none') return store(submission, checked, { dryRun: !commit });

  const rehearsal = await store(submission, checked, { dryRun: true });
  if (rehearsal.some(({ outcome }) => outcome === 'rejected')) return rehearsal.map(refuseWithTheRest);
  return commit ? store(submission, checked, { dryRun: false }) : rehearsal;
}

type Checked = { readonly record: AnyRecord } | { readonly issues: readonly FieldIssue[] };

async function check(submission: Submission, sent: readonly Sent[]): Promise<Checked[]> {
  const readings = sent.map(({ type, id, value }) => readRecord(type, id, value));
  const named = await Promise.all(
    readings.map(async ({ record, issues }): Promise<Checked> => {
      if (record === undefined) return { issues };
      const unknown = await unknownCommissioner(submission, record);
      return unknown === undefined ? { record } : { issues: [unknown] };
    }),
  );
  const known = await knownPlacements(submission, named);
  return named.map((entry) => {
    if (!('record' in entry) || entry.record.subject.kind !== 'person') return entry;
    const issues = checkAgainstPlacements(entry.record, known.get(entry.record.subject.personRef) ?? []);
    return issues.length === 0 ? entry : { issues };
  });
}

async function unknownCommissioner(
  { isCommissioner }: Submission,
  { data }: AnyRecord,
): Promise<FieldIssue | undefined> {
  if (!('commissioner' in data) || data.commissioner === undefined) return undefined;
  if (await isCommissioner(data.commissioner)) return undefined;
  const message = 'no commissioner is registered under this code; ask the operator for the right one';
  return { field: 'commissioner', code: 'unknown-commissioner', message };
}

/** The placements of every person named: those stored, with those sent along in their place or beside them. */
async function knownPlacements(
  { table, change }: Submission,
  entries: readonly Checked[],
): Promise<Map<string, KnownPlacement[]>> {
  const records = entries.flatMap((entry) => ('record' in entry ? [entry.record] : []));
  const refs = records.flatMap(({ type, subject }) =>
    subject.kind === 'person' && type !== 'placement' ? [subject.personRef] : [],
  );
  const people = await inParallel(AT_ONCE, [...new Set(refs)], async (personRef) => {
    const stored: KnownPlacement[] = await readPlacements(table, change.provider, personRef);
    return [personRef, new Map(stored.map((placement) => [placement.id, placement]))] as const;
  });
  const byPerson = new Map(people);
  for (const record of records) {
    if (record.type !== 'placement') continue;
    byPerson.get(record.data.personRef)?.set(record.id, { id: record.id, ...record.data });
  }
  return new Map([...byPerson].map(([personRef, placements]) => [personRef, [...placements.values()]]));
}

async function store(
  { table, change }: Submission,
  entries: readonly Checked[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<Submitted[]> {
  const results: Submitted[] = entries.map((entry) => ({
    outcome: 'rejected',
    issues: 'issues' in entry ? entry.issues : [],
  }));
  const byId = new Map<string, { readonly record: AnyRecord; readonly index: number }[]>();
  for (const [index, entry] of entries.entries()) {
    if (!('record' in entry)) continue;
    const name = `${entry.record.type}#${entry.record.id}`;
    byId.set(name, [...(byId.get(name) ?? []), { record: entry.record, index }]);
  }
  const chains = [...byId.values()];
  const isPlacement = (chain: (typeof chains)[number]) => chain[0]?.record.type === 'placement';
  for (const stage of [chains.filter(isPlacement), chains.filter((chain) => !isPlacement(chain))]) {
    await inParallel(AT_ONCE, stage, async (chain) => {
      for (const { record, index } of chain)
        results[index] = await storeOne(table, record, { ...change, dryRun });
    });
  }
  return results;
}

/** What is wrong with the one record alone is its result; anything else stops the whole. */
async function storeOne(table: Table, record: AnyRecord, change: Change): Promise<Submitted> {
  try {
    return await putRecord(table, record, change);
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 412) throw error;
    return { outcome: 'rejected', issues: [{ field: 'id', code: error.code, message: error.message }] };
  }
}

function refuseWithTheRest(result: Submitted): Submitted {
  if (result.outcome === 'rejected') return result;
  const message = 'valid, and not stored since others in this batch were refused';
  return { outcome: 'rejected', issues: [{ field: '', code: 'batch-refused', message }] };
}
