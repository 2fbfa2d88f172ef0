import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { addStep, readRun, runResultSchema, saveRun } from '../../shared/store/runs.ts';
import type { finishRunEnv } from './env.ts';

const payloadSchema = z.object({
  runId: z.string(),
  results: z.array(runResultSchema),
  /** The name of the error that ended the run before its commissioners. */
  failure: z.string().optional(),
});

/** The last step of a month run: writes down how it went. One failed commissioner fails the run, and only the run. */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof finishRunEnv>,
  { table: client, log, meter, now }: Pick<World, 'table' | 'log' | 'meter' | 'now'>,
): (payload: unknown) => Promise<{ readonly state: string }> {
  const table = { client, name: TABLE_NAME };

  return serveTask(log, 'finish-run', payloadSchema, async ({ runId, results, failure }) => {
    const run = await readRun(table, runId);
    if (run === undefined) {
      // A scheduled run that failed before it was written down has nowhere to be found but here and in the machine.
      log.error('run failed before it was planned', { runId, failure: failure ?? '' });
      return { state: 'failed' };
    }
    const failed = results.filter(({ status }) => status === 'failed').length;
    const state = failed > 0 || failure !== undefined ? 'failed' : 'succeeded';
    const commissioners = failure === undefined ? results : run.commissioners;
    await addStep(table, runId, { step: 'finished', at: now().toISOString() });
    await saveRun(table, { ...run, state, commissioners, ...(failure !== undefined && { error: failure }) });
    log.info('run finished', { runId, month: run.month, state, commissioners: results.length, failed });
    meter.count('CommissionersFailed', failed);
    return { state };
  });
}
