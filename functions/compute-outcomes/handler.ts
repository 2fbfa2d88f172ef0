import * as z from 'zod';
import {
  outcomeComputation,
  type OutcomeSettings,
  readPlacementsEndedFrom,
} from '../../shared/outcomes/compute.ts';
import { disclose } from '../../shared/outcomes/disclosure.ts';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import {
  countsErased,
  erasedSincePrevious,
  erasedSinceRevision,
  erasedTags,
  erasuresTouching,
  readAllErasures,
} from '../../shared/privacy/erasures-in-run.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { registries } from '../../shared/records/registries.ts';
import { type Erasure, isUnderWay } from '../../shared/store/erasures.ts';
import { packFolder, replayFolder, writeOnce } from '../../shared/store/pack-files.ts';
import { claimRevision, isIssued, type Pack, readPacks } from '../../shared/store/packs.ts';
import { readPeople, readUnattached } from '../../shared/store/read-people.ts';
import { readEntries, readEntry } from '../../shared/store/registries.ts';
import { readRemovedByAge } from '../../shared/store/removed-by-age.ts';
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

/** So often may people be erased while one month is being computed. */
const MOST_ROUNDS = 8;

/**
 * One commissioner's month: reads the records, computes, withholds small numbers, writes `outcomes.json`. Who is
 * erased while it reads may be read in part: then it begins again, without them. It looks once more when its revision is
 * claimed, for an erasure that begins later finds the claim.
 */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, TAG_KEY_ID }: z.infer<typeof computeOutcomesEnv>,
  { table: client, objects, macs, log, now }: Pick<World, 'table' | 'objects' | 'macs' | 'log' | 'now'>,
): (payload: unknown) => Promise<Computed> {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveTask(log, 'compute-outcomes', payloadSchema, async (job) => {
    const settings = await readSettings(job);
    const providers = Object.keys(settings.providers);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const erasures = await readAllErasures(table, providers);
      const { computed, fingerprint, records, people, tags } = await compute(
        job,
        settings,
        erasedTags(erasures),
      );
      const wasOvertaken = async () => countsErased(tags, await readAllErasures(table, providers));
      if (await wasOvertaken()) continue;
      const issue = await issueFor(job, { fingerprint, records }, erasures);
      if (await wasOvertaken()) continue;
      log.info('outcomes computed', { ...nameOf(job), records, people, unchanged: issue === undefined });
      if (issue === undefined) return { ...job, status: 'unchanged' };
      const document = disclose(computed, issue);
      const { revision, erased } = issue;
      const body = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
      await writeOnce(bucket, `${folderOf(job, revision)}/outcomes.json`, body);
      const at = now().toISOString();
      await addStep(table, job.runId, { step: 'computed', commissioner: job.commissioner, at });
      const notReproduced = erased?.since === 'as-at' ? erased.measures : undefined;
      return {
        ...job,
        status: 'computed',
        revision,
        fingerprint,
        records,
        ...(notReproduced && { notReproduced }),
      };
    }
    throw new AppError(503, 'people-being-erased', 'People are being erased; run the month again after it.');
  });

  async function readSettings({ commissioner: code, month }: Job) {
    const entry = await readEntry(table, 'commissioners', code);
    if (entry === undefined)
      throw new AppError(404, 'unknown-commissioner', 'No such commissioner is registered.');
    const { name, disclosure } = registries.commissioners.parse(entry.data);
    const targets = (await readEntries(table, 'targets'))
      .map(({ data }) => registries.targets.parse(data))
      .filter(({ commissioner }) => commissioner === code);
    const providers = Object.fromEntries(
      (await readEntries(table, 'providers')).map(({ id, data }) => [
        id,
        registries.providers.parse(data).name,
      ]),
    );
    return { commissioner: { code, name, disclosure }, month, targets, providers };
  }

  async function compute(
    { commissioner, month, asAt }: Job,
    settings: OutcomeSettings,
    erased: ReadonlySet<string>,
  ) {
    const computation = outcomeComputation(settings);
    const tags = new Set<string>();
    const reading = { commissioner, from: readPlacementsEndedFrom(month), asAt };
    for await (const person of readPeople(table, reading)) {
      const tag = await tagOf(person);
      if (erased.has(tag)) continue;
      tags.add(tag);
      computation.add(person);
    }
    computation.addUnattached(await readUnattached(table, reading));
    return { ...computation.conclude(), tags };
  }

  /** The revision this run writes, with its instant; undefined when the last issue was made from the same input. */
  async function issueFor(
    job: Job,
    input: Pick<Pack, 'fingerprint' | 'records'>,
    known: readonly Erasure[],
  ): Promise<Issue | undefined> {
    const { commissioner, month, asAt, runId: run } = job;
    const issued = (await readPacks(table, commissioner, month)).filter(isIssued);
    if (job.replay) {
      const revision = replayedRevision(issued, asAt);
      const gone = await readRemovedByAge(table, commissioner);
      return { revision, asAt, erased: erasedSinceRevision(known, { commissioner, month, revision }, gone) };
    }
    const last = issued.at(-1);
    if (last?.fingerprint === input.fingerprint && last.run !== run) return undefined;
    const erasures = erasuresTouching(known, { commissioner, month });
    const without = known.filter(isUnderWay).map(({ id }) => id);
    const claimedAt = now().toISOString();
    const claim = await claimRevision(table, {
      commissioner,
      month,
      run,
      asAt,
      ...input,
      claimedAt,
      erasures,
      without,
    });
    const previous = issued.findLast(({ revision }) => revision < claim.revision);
    const erased = erasedSincePrevious(claim.erasures ?? [], previous);
    return { revision: claim.revision, asAt: claim.asAt, erased };
  }
}

type Issue = Pick<OutcomeDocument, 'revision' | 'asAt' | 'erased'>;

/** A replay repeats the revision that was current at its instant, so that it can be compared byte for byte. */
function replayedRevision(issued: readonly Pack[], asAt: string): number {
  return issued.findLast((pack) => pack.asAt <= asAt)?.revision ?? 1;
}

function folderOf({ runId, commissioner, month, replay }: Job, revision: number): string {
  return replay ? replayFolder(runId, commissioner) : packFolder(commissioner, month, revision);
}

function nameOf({ runId, commissioner, month }: Job) {
  return { runId, commissioner, month };
}
