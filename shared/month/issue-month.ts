import type { OutcomeDocument } from '../outcomes/document.ts';
import { AppError } from '../platform/errors.ts';
import type { Table } from '../store/dynamo.ts';
import { type Erasure, isUnderWay } from '../store/erasures.ts';
import { type Bucket, lastFiledRevision } from '../store/pack-files.ts';
import { claimRevision, isIssued, type Pack, readPacks } from '../store/packs.ts';
import { readRemovedByAge } from '../store/removed-by-age.ts';
import {
  erasedSincePrevious,
  erasedSinceRevision,
  erasuresTouching,
  readsRemoved,
} from './erasures-in-month.ts';

/** What a document says of the issue that it is, and when that was claimed. */
export type Issue = Pick<OutcomeDocument, 'revision' | 'asAt' | 'erased'> & Pick<Pack, 'claimedAt'>;

type Job = Pick<Pack, 'commissioner' | 'month' | 'run' | 'asAt'>;

/**
 * The issue that a run writes: the revision that it claims for its input, or that another run of the same input
 * claimed. Undefined when the last issue was made from the same input.
 *
 * @param known the erasures that the run knew of
 * @throws AppError 409 `records-removed` where records that the month reads were removed by their age: a revision of
 *   what is left would say something else than was
 */
export async function issueMonth(
  { table, bucket }: { readonly table: Table; readonly bucket: Bucket },
  job: Job,
  input: Pick<Pack, 'fingerprint' | 'records' | 'claimedAt'>,
  known: readonly Erasure[],
): Promise<Issue | undefined> {
  const issued = await issuedOf(table, job);
  if (readsRemoved(job.month, await readRemovedByAge(table, job.commissioner))) throw recordsRemoved();
  const last = issued.at(-1);
  if (last?.fingerprint === input.fingerprint && last.run !== job.run) return undefined;
  const wanted = {
    ...job,
    ...input,
    erasures: erasuresTouching(known, job),
    without: known.filter(isUnderWay).map(({ id }) => id),
  };
  const claim = await claimRevision(
    table,
    wanted,
    await lastFiledRevision(bucket, job.commissioner, job.month),
  );
  const previous = issued.findLast(({ revision }) => revision < claim.revision);
  const erased = erasedSincePrevious(claim.erasures ?? [], previous);
  return { revision: claim.revision, asAt: claim.asAt, claimedAt: claim.claimedAt, erased };
}

/**
 * The issue that a replay repeats, to be compared with it byte for byte: the one that was current at its instant.
 */
export async function replayedIssue(table: Table, job: Job, known: readonly Erasure[]): Promise<Issue> {
  const { commissioner, month, asAt } = job;
  const current = (await issuedOf(table, job)).findLast((pack) => pack.asAt <= asAt);
  const revision = current?.revision ?? 1;
  const removedByAge = await readRemovedByAge(table, commissioner);
  return {
    revision,
    asAt,
    claimedAt: current?.claimedAt ?? asAt,
    erased: erasedSinceRevision(known, { commissioner, month, revision }, removedByAge),
  };
}

function recordsRemoved(): AppError {
  const detail =
    'Records that this month reads were removed after the time they are kept for; its issues stay as they are.';
  return new AppError(409, 'records-removed', detail);
}

async function issuedOf(table: Table, { commissioner, month }: Job) {
  return (await readPacks(table, commissioner, month)).filter(isIssued);
}
