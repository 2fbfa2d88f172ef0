import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { londonDate } from '../../shared/records/london.ts';
import { planRun, type RunPlan } from '../../shared/store/plan-run.ts';
import { createRun, readRun, type Run } from '../../shared/store/runs.ts';
import type { planStatementsEnv } from './env.ts';

const payloadSchema = z.object({ runId: z.string() });

/** The first step of a run of statements: as at when, for whom. Begun by the schedule, it is written down here. */
export function createHandler(
  { TABLE_NAME, SETTLE_SECONDS: settleSeconds }: z.infer<typeof planStatementsEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): (payload: unknown) => Promise<RunPlan> {
  const table = { client, name: TABLE_NAME };

  return serveTask(log, 'plan-statements', payloadSchema, async ({ runId }) => {
    const run = await runOf(runId);
    const plan = await planRun(table, run, { settleSeconds, now });
    log.info('statements planned', { runId, commissioners: plan.commissioners.length });
    return plan;
  });

  async function runOf(runId: string): Promise<Run> {
    const known = await readRun(table, runId);
    if (known !== undefined) return known;
    const asAt = now().toISOString();
    const run: Run = {
      id: runId,
      kind: 'statements',
      month: londonDate(asAt).slice(0, 7),
      startedAt: asAt,
      asAt,
      replay: false,
      state: 'queued',
      commissioners: [],
      steps: [],
    };
    await createRun(table, run);
    return run;
  }
}
