import * as z from 'zod';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { londonDate } from '../../shared/records/london.ts';
import { readCodes } from '../../shared/store/registries.ts';
import { addStep, createRun, readRun, type Run, saveRun } from '../../shared/store/runs.ts';
import type { planStatementsEnv } from './env.ts';

const payloadSchema = z.object({ runId: z.string() });

/** What the machine goes on with; without commissioners it stops. */
type Plan = Pick<Run, 'month' | 'asAt' | 'replay'> & {
  readonly runId: string;
  readonly settleSeconds: number;
  readonly commissioners: readonly { readonly commissioner: string }[];
};

/** The first step of a run of statements: as at when, for whom. Begun by the schedule, it is written down here. */
export function createHandler(
  { TABLE_NAME, SETTLE_SECONDS: settleSeconds }: z.infer<typeof planStatementsEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): (payload: unknown) => Promise<Plan> {
  const table = { client, name: TABLE_NAME };

  return serveTask(log, 'plan-statements', payloadSchema, async ({ runId }) => {
    const run = await runOf(runId);
    const codes =
      run.commissioner === undefined ? await readCodes(table, 'commissioners') : [run.commissioner];
    const commissioners = codes.map((commissioner) => ({ commissioner }));
    const state = commissioners.length === 0 ? 'succeeded' : 'running';
    await saveRun(table, { ...run, state, commissioners });
    await addStep(table, runId, { step: 'planned', at: now().toISOString() });
    log.info('statements planned', { runId, commissioners: commissioners.length });
    const { month, asAt, replay } = run;
    return { runId, month, asAt, replay, settleSeconds, commissioners };
  });

  async function runOf(runId: string): Promise<Run> {
    const known = await readRun(table, runId);
    if (known !== undefined) return known;
    const asAt = now().toISOString();
    const run: Run = {
      id: runId,
      kind: 'statements',
      month: londonDate(asAt).slice(0, 7),
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
