import * as z from 'zod';
import { AppError } from '../../shared/platform/errors.ts';
import { serveTask } from '../../shared/platform/task.ts';
import { isFourthWorkingDay } from '../../shared/platform/working-days.ts';
import type { World } from '../../shared/platform/world.ts';
import { dateOfDay, dayOf, londonDate } from '../../shared/records/london.ts';
import { planRun, type RunPlan } from '../../shared/store/plan-run.ts';
import { claimScheduledRun, createRun, readRun, type Run } from '../../shared/store/runs.ts';
import type { planMonthEnv } from './env.ts';

const payloadSchema = z.object({
  runId: z.string(),
  request: z.object({ trigger: z.enum(['hand', 'schedule']) }),
});

/** The first step of a month run: which month, as at when, for whom. The daily firing goes on one day a month. */
export function createHandler(
  { TABLE_NAME, SETTLE_SECONDS: settleSeconds }: z.infer<typeof planMonthEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): (payload: unknown) => Promise<RunPlan> {
  const table = { client, name: TABLE_NAME };

  return serveTask(log, 'plan-month', payloadSchema, async ({ runId, request }) => {
    const run = request.trigger === 'hand' ? await readRun(table, runId) : await scheduledRun(runId);
    if (run === undefined) {
      if (request.trigger === 'hand') throw new AppError(404, 'unknown-run', 'There is no such run.');
      return {
        runId,
        month: '',
        asAt: now().toISOString(),
        replay: false,
        settleSeconds: 0,
        commissioners: [],
      };
    }
    const plan = await planRun(table, run, { settleSeconds, now });
    log.info('month planned', { runId, month: run.month, commissioners: plan.commissioners.length });
    return plan;
  });

  /** The run of last month on the fourth working day, once; undefined on all other days and firings. */
  async function scheduledRun(runId: string): Promise<Run | undefined> {
    const instant = now().toISOString();
    const today = londonDate(instant);
    if (!isFourthWorkingDay(today)) return undefined;
    const month = dateOfDay(dayOf(`${today.slice(0, 7)}-01`) - 1).slice(0, 7);
    if (!(await claimScheduledRun(table, month, runId))) return undefined;
    const run: Run = {
      id: runId,
      month,
      startedAt: instant,
      asAt: instant,
      replay: false,
      state: 'queued',
      commissioners: [],
      steps: [],
    };
    return (await createRun(table, run)) ? run : readRun(table, runId);
  }
}
