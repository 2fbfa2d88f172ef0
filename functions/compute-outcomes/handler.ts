import * as z from 'zod';
import { outcomeComputation, readPlacementsEndedFrom } from '../../shared/outcomes/compute.ts';
import { disclose } from '../../shared/outcomes/disclosure.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { registries } from '../../shared/records/registries.ts';
import { packFolder, replayFolder, writeOnce } from '../../shared/store/pack-files.ts';
import { claimRevision, isIssued, type Pack, readPacks } from '../../shared/store/packs.ts';
import { readPeople, readUnattached } from '../../shared/store/read-people.ts';
import { readEntries, readEntry } from '../../shared/store/registries.ts';
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
      }
  );

/** One commissioner's month: reads the records, computes, withholds small numbers, writes `outcomes.json`. */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET }: z.infer<typeof computeOutcomesEnv>,
  { table: client, objects, log, now }: Pick<World, 'table' | 'objects' | 'log' | 'now'>,
): (payload: unknown) => Promise<Computed> {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };

  return serveTask(log, 'compute-outcomes', payloadSchema, async (job) => {
    const { computed, fingerprint, records, people } = await compute(job);
    const issue = await issueFor(job, fingerprint, records);
    log.info('outcomes computed', { ...nameOf(job), records, people, unchanged: issue === undefined });
    if (issue === undefined) return { ...job, status: 'unchanged' };
    const { revision, asAt } = issue;
    const document = disclose(computed, { revision, asAt });
    const body = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
    await writeOnce(bucket, `${folderOf(job, revision)}/outcomes.json`, body);
    const at = now().toISOString();
    await addStep(table, job.runId, { step: 'computed', commissioner: job.commissioner, at });
    return { ...job, status: 'computed', revision, fingerprint, records };
  });

  async function compute({ commissioner: code, month, asAt }: Job) {
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
    const computation = outcomeComputation({
      commissioner: { code, name, disclosure },
      month,
      targets,
      providers,
    });
    const reading = { commissioner: code, from: readPlacementsEndedFrom(month), asAt };
    for await (const person of readPeople(table, reading)) computation.add(person);
    computation.addUnattached(await readUnattached(table, reading));
    return computation.conclude();
  }

  /** The revision this run writes, with its instant; undefined when the last issue was made from the same input. */
  async function issueFor(job: Job, fingerprint: string, records: number): Promise<Issue | undefined> {
    const { commissioner, month, asAt, runId: run } = job;
    const issued = (await readPacks(table, commissioner, month)).filter(isIssued);
    if (job.replay) return { revision: replayedRevision(issued, asAt), asAt };
    const last = issued.at(-1);
    if (last?.fingerprint === fingerprint && last.run !== run) return undefined;
    const claim = { commissioner, month, run, asAt, fingerprint, records, claimedAt: now().toISOString() };
    return claimRevision(table, claim);
  }
}

type Issue = Pick<Pack, 'revision' | 'asAt'>;

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
