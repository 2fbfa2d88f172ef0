import type * as z from 'zod';
import { readBatch } from '../../shared/intake/read-batch.ts';
import { providerOf } from '../../shared/platform/caller.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { knownCommissioners } from '../../shared/submission/known-commissioners.ts';
import { type Submitted, submitRecords } from '../../shared/submission/submit-records.ts';
import type { submitBatchEnv } from './env.ts';

/** `POST /v1/batches`: up to 1,000 records at once, each with its own outcome. */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof submitBatchEnv>,
  { table: client, log, now, newId }: Pick<World, 'table' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const isCommissioner = knownCommissioners(table);

  return serveHttp(log, async ({ caller, body, bytes }) => {
    const provider = providerOf(caller);
    const { mode, atomic, records } = readBatch(body, bytes);
    const change = { provider, client: caller.clientId, now: now() };
    const submitted = await submitRecords({ table, isCommissioner, change, mode, atomic }, records);
    const batchId = newId();
    const counts = countOutcomes(submitted);
    log.info('batch taken in', { batchId, provider, mode, ...counts });
    const results = submitted.map((result, index) => {
      const { type, id } = records[index] ?? {};
      return { index, type, id: typeof id === 'string' ? id : undefined, ...told(result) };
    });
    return { status: 200, body: { batchId, counts, results } };
  });
}

function told(result: Submitted) {
  if (result.outcome === 'rejected') return { outcome: result.outcome, errors: result.issues };
  return { outcome: result.outcome, version: result.version };
}

function countOutcomes(submitted: readonly Submitted[]) {
  const counts = { created: 0, amended: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of submitted) counts[outcome] += 1;
  return counts;
}
