import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { computeMonth } from '../../shared/month/compute-month.ts';
import { countsErased, erasedTags, readAllErasures } from '../../shared/month/erasures-in-month.ts';
import { type Issue, issueMonth, replayedIssue } from '../../shared/month/issue-month.ts';
import { readOutcomeSettings } from '../../shared/month/outcome-settings.ts';
import { makeDocument } from '../../shared/month/make-document.ts';
import { toldVolumes } from '../../shared/outcomes/disclosure/told-volumes.ts';
import type { UnusualVolume } from '../../shared/outcomes/document.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { disclosureFile, packFolder, replayFolder, writeOnce } from '../../shared/store/pack-files.ts';
import { addStep } from '../../shared/store/runs.ts';
import type { computeOutcomesEnv } from './env.ts';

const payloadSchema = z.object({
  runId: z.string(),
  month: z.string(),
  asAt: z.string(),
  replay: z.boolean(),
  commissioner: z.string(),
});

type Job = z.infer<typeof payloadSchema>;

/** What render-pack goes on with, or that there is nothing new. */
type Computed = Job &
  (
    | { readonly status: 'unchanged' }
    | {
        readonly status: 'computed';
        readonly revision: number;
        readonly fingerprint: string;
        readonly records: number;
        /** In a replay: the measures that counted people who were erased since. */
        readonly notReproduced?: readonly string[];
      }
  );

/** So often is a month begun anew while people in it are being erased, the pause longer each time. */
const MOST_ROUNDS = 8;
const FIRST_PAUSE_MS = 250;

/**
 * One commissioner's month: reads the records, computes, withholds small numbers, writes `outcomes.json`, and for the
 * operator what was withheld. Who is
 * erased while it reads may be read in part: then it begins again, without them. It looks once more when its revision
 * is claimed, for an erasure that begins later finds the claim.
 */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, TAG_KEY_ID }: z.infer<typeof computeOutcomesEnv>,
  { table: client, objects, macs, log, now }: Pick<World, 'table' | 'objects' | 'macs' | 'log' | 'now'>,
): (payload: unknown) => Promise<Computed> {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveTask(log, 'compute-outcomes', payloadSchema, async (job) => {
    const { runId, commissioner, month } = job;
    const { computed, fingerprint, records, people, issue, erasedPeople } = await computeUndisturbed(job);
    log.info('outcomes computed', {
      runId,
      commissioner,
      month,
      records,
      people,
      unchanged: issue === undefined,
    });
    // A run is the operator’s alone, and no figure stands beside it.
    await warn(
      job,
      toldVolumes(computed, () => false),
    );
    if (issue === undefined) return { ...job, status: 'unchanged' };
    const { revision, erased } = issue;
    const { document, withheld } = await makeDocument(
      { table, bucket, tagOf },
      computed,
      issue,
      erasedPeople,
    );
    if (!job.replay)
      await writeOnce(bucket, disclosureFile(commissioner, month, revision), bytesOf(withheld));
    await writeOnce(bucket, `${folderOf(job, revision)}/outcomes.json`, bytesOf(document));
    await addStep(table, runId, { step: 'computed', commissioner, at: now().toISOString() });
    return {
      ...job,
      status: 'computed',
      revision,
      fingerprint,
      records,
      ...(erased?.since === 'as-at' && { notReproduced: erased.measures }),
    };
  });

  /** Tells the operator whose records are far from usual in number, as the pack does. */
  async function warn({ runId, commissioner }: Job, warnings: readonly UnusualVolume[]): Promise<void> {
    if (warnings.length === 0) return;
    log.warn('volumes unusual', { runId, commissioner, warnings: warnings.length });
    await addStep(table, runId, {
      step: 'warned',
      commissioner,
      at: now().toISOString(),
      warnings: [...warnings],
    });
  }

  async function computeUndisturbed(job: Job) {
    const { runId: run, commissioner, month, asAt, replay } = job;
    const settings = await readOutcomeSettings(table, job);
    const readErasures = () => readAllErasures(table, Object.keys(settings.providers));
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** (round - 1));
      const known = await readErasures();
      const erasedPeople = erasedTags(known);
      const result = await computeMonth(table, tagOf, settings, { asAt, erased: erasedPeople });
      const wasOvertaken = async () => countsErased(result.tags, known, await readErasures());
      if (await wasOvertaken()) continue;
      const { fingerprint, records } = result;
      const input = { fingerprint, records, claimedAt: now().toISOString() };
      const ofRun = { commissioner, month, run, asAt };
      const issue: Issue | undefined = replay
        ? await replayedIssue(table, ofRun, known)
        : await issueMonth({ table, bucket }, ofRun, input, known);
      if (await wasOvertaken()) continue;
      return { ...result, issue, erasedPeople };
    }
    throw new AppError(503, 'people-being-erased', 'People are being erased; run the month again after it.');
  }
}

function bytesOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function folderOf({ runId, commissioner, month, replay }: Job, revision: number): string {
  return replay ? replayFolder(runId, commissioner) : packFolder(commissioner, month, revision);
}
