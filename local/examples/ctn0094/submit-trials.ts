import { inParallel } from '../../../shared/store/in-parallel.ts';
import { ApiError, apiClient } from '../../api-client.ts';
import type { ApiClient, BatchAnswer } from '../../api-client.ts';
import { batchesOf } from '../../demo/batches.ts';
import type { Progress } from '../../demo/progress.ts';
import type { Made } from './made.ts';
import { trialCommissioner } from './placement-records.ts';

/** The records of one site, which sends them. */
export type SiteRecords = { readonly site: string; readonly made: readonly Made[] };

/** A record and what the interface answered to it. */
export type Answered = { readonly made: Made; readonly answer: BatchAnswer['results'][number] };

export const trialProjects = ['27', '30', '51'] as const;

const AT_ONCE = 3;

/** Smaller than the interface takes, so that a busy machine answers each within the interface's thirty seconds. */
const MOST_RECORDS = 250;
const TRIES = 4;

/**
 * Registers the trials as commissioners and the sites as providers, and submits every site's records under its own
 * token: placements before what hangs on them, a few batches at a time.
 *
 * @throws when a batch is not answered record by record
 */
export async function submitTrials(
  where: { readonly baseUrl: string; readonly tokenUrl: string },
  operator: ApiClient,
  sites: readonly SiteRecords[],
  progress: Progress,
): Promise<Answered[]> {
  for (const project of trialProjects) {
    const { code, name } = trialCommissioner(project);
    await operator.putRegistry('commissioners', code, { name });
  }
  const senders = await inParallel(AT_ONCE, sites, async ({ site, made }) => {
    const code = `site-${site}`;
    await operator.putRegistry('providers', code, { name: `Site ${site}` });
    const credentials = await operator.putClient(code, { provider: code, scopes: ['records/write'] });
    return { client: apiClient(where, credentials), made };
  });
  const answered: Answered[] = [];
  for (const placements of [true, false]) {
    const batches = senders.flatMap(({ client, made }) => {
      const ofStage = made.filter(({ record }) => (record.type === 'placement') === placements);
      return cut(ofStage).map((batch) => ({ client, batch }));
    });
    await inParallel(AT_ONCE, batches, async ({ client, batch }) => {
      const results = await send(client, batch);
      if (results.length !== batch.length) throw new Error('a batch was not answered record by record');
      batch.forEach((made, index) => {
        const answer = results[index];
        if (answer !== undefined) answered.push({ made, answer });
      });
      progress.advance(batch.length);
    });
  }
  return answered;
}

/** Sends a batch, again where the interface failed: that is safe, and what was taken in then answers `unchanged`. */
async function send(
  client: ApiClient,
  batch: readonly Made[],
  tries = TRIES,
): Promise<BatchAnswer['results']> {
  try {
    return (await client.submitBatch(batch.map(({ record }) => record))).results;
  } catch (error) {
    if ((error instanceof ApiError && error.status < 500) || tries === 1) throw error;
    return send(client, batch, tries - 1);
  }
}

/** Cuts into batches within the interface's limits, each record with its rows. */
function cut(made: readonly Made[]): Made[][] {
  let from = 0;
  return batchesOf(
    made.map(({ record }) => record),
    MOST_RECORDS,
  ).map(({ length }) => made.slice(from, (from += length)));
}
