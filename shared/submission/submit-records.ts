import { endBatch, keepBatch, readBatch } from '../store/batches.ts';
import { type Checked, checkRecords, type Sent } from './check-records.ts';
import { latenessAt } from './late/lateness.ts';
import { rehearseRecords, storeRecords, type Submitted } from './store-records.ts';
import type { Submission } from './submission.ts';

/**
 * Takes in what a provider sends: reads each record, checks it against what is known of its person, and stores what
 * is right. Answers in the order sent. Placements are stored before what belongs to them, and records of one id in
 * the order sent, so that stopping anywhere leaves nothing that a resend does not complete.
 *
 * What is sent as a whole is written only where all of it is valid; then it is kept before anything is stored, so that
 * after a crash a resend or the sweep completes it. It is all or nothing for validation, and no isolation.
 */
export async function submitRecords(submission: Submission, sent: readonly Sent[]): Promise<Submitted[]> {
  const { mode, whole, table, change } = submission;
  const storing = { ...submission, lateness: latenessAt(table, change.provider) };
  const checked = await checkRecords(submission, sent);
  if (mode === 'commit' && whole === undefined) return storeRecords(storing, checked);

  const rehearsal = await rehearseRecords(storing, checked);
  if (whole === undefined) return rehearsal;
  const isRefused = rehearsal.some(({ outcome }) => outcome === 'rejected');
  if (mode === 'validate') return isRefused ? rehearsal.map(refuseWithTheRest) : rehearsal;
  const kept = isRefused ? await begun(submission, whole) : await keep(submission, whole, checked);
  if (kept === undefined) return rehearsal.map(refuseWithTheRest);
  const submitted = await storeRecords(storing, checked);
  await endBatch(table, kept);
  return submitted;
}

type Whole = NonNullable<Submission['whole']>;

async function keep({ table, change }: Submission, whole: Whole, checked: readonly Checked[]) {
  const { provider, client, now } = change;
  const records = checked.flatMap(({ record }) => record ?? []);
  return keepBatch(
    table,
    { ...whole, provider, client, acceptedAt: now().toISOString() },
    records.map(({ type, id, data }) => ({ type, id, data })),
  );
}

/** What was accepted whole is stored, although parts of it are refused by now: an erasure came between. */
async function begun({ table, change }: Submission, { content }: Whole) {
  return readBatch(table, change.provider, content);
}

function refuseWithTheRest(result: Submitted): Submitted {
  if (result.outcome === 'rejected') return result;
  const message = 'valid, and not stored since others in this batch were refused';
  return { outcome: 'rejected', issues: [{ field: '', code: 'batch-refused', message }] };
}
