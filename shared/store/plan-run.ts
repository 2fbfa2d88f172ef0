import type { Table } from './dynamo.ts';
import { readCodes } from './registries.ts';
import { addStep, type Run, saveRun } from './runs.ts';

/** What the machine of a run goes on with; without commissioners it stops. */
export type RunPlan = Pick<Run, 'month' | 'asAt' | 'replay'> & {
  readonly runId: string;
  readonly settleSeconds: number;
  readonly commissioners: readonly { readonly commissioner: string }[];
};

/** Plans a run: for the commissioner that it names, or for all of them, and writes that down. */
export async function planRun(
  table: Table,
  run: Run,
  { settleSeconds, now }: { readonly settleSeconds: number; readonly now: () => Date },
): Promise<RunPlan> {
  const codes = run.commissioner === undefined ? await readCodes(table, 'commissioners') : [run.commissioner];
  const commissioners = codes.map((commissioner) => ({ commissioner }));
  const state = commissioners.length === 0 ? 'succeeded' : 'running';
  await saveRun(table, { ...run, state, commissioners });
  await addStep(table, run.id, { step: 'planned', at: now().toISOString() });
  const { id: runId, month, asAt, replay } = run;
  return { runId, month, asAt, replay, settleSeconds, commissioners };
}
