import * as z from 'zod';
import { getItem, putItem, queryAll, queryPage, type Table } from './dynamo.ts';
import { runKey, runsByStart, runsPartition, runStepSort, scheduledRunKey, tableIndexes } from './table.ts';

export const runResultSchema = z.object({
  commissioner: z.string(),
  status: z.enum(['issued', 'unchanged', 'replayed', 'failed']),
  revision: z.int().optional(),
  error: z.string().optional(),
  /** Of a replay: the measures it could not repeat, since people they counted were erased. */
  notReproduced: z.array(z.string()).optional(),
});

const stepSchema = z.object({
  step: z.string(),
  commissioner: z.string().optional(),
  at: z.string(),
  /** Whose records of a type are far from usual in number. */
  warnings: z
    .array(z.object({ provider: z.string(), type: z.string(), found: z.enum(['none', 'half', 'double']) }))
    .optional(),
});

/** A step of a run that was done: of one commissioner, or of the whole. */
type Step = z.infer<typeof stepSchema>;

const runSchema = z.object({
  id: z.string(),
  /** Of statements; absent of a month's packs. */
  kind: z.literal('statements').optional(),
  month: z.string(),
  commissioner: z.string().optional(),
  /** When it was asked for, or its schedule fired; runs from before there was a list of them do not say. */
  startedAt: z.string().optional(),
  asAt: z.string(),
  /** Whether it repeats an earlier instant, writes beside the packs and makes no revision. */
  replay: z.boolean(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  commissioners: z.array(runResultSchema.partial({ status: true })),
  steps: z.array(stepSchema),
  error: z.string().optional(),
});

/** A run over commissioners, of a month's packs or of statements: what was asked for, where it is and what came of it. */
export type Run = z.infer<typeof runSchema>;

/** A run with the steps done so far, or undefined. */
export async function readRun(table: Table, id: string): Promise<Run | undefined> {
  const [item, steps] = await Promise.all([
    getItem(table, runKey(id)),
    queryAll(table, { partition: runKey(id).PK, beginsWith: runStepSort() }),
  ]);
  return item && runSchema.parse({ ...item, steps });
}

/** Writes down a step that was done; each is an item of its own, so that commissioners never wait for one another. */
export async function addStep(table: Table, id: string, step: Step): Promise<void> {
  await putItem(table, { PK: runKey(id).PK, SK: runStepSort(step), ...step });
}

/** Writes a run that is not there yet; answers whether it wrote. */
export async function createRun(table: Table, run: Run): Promise<boolean> {
  return putItem(table, itemOf(run), 'absent');
}

export async function saveRun(table: Table, run: Run): Promise<void> {
  await putItem(table, itemOf(run));
}

const itemOf = (run: Run) => ({
  ...runKey(run.id),
  ...(run.startedAt !== undefined && runsByStart(run.startedAt, run.id)),
  ...run,
});

const PAGE_SIZE = 50;

/** All runs without their steps, the newest first, a page at a time. */
export async function listRuns(table: Table, before?: string) {
  const { byParty } = tableIndexes;
  const { items, next } = await queryPage(table, {
    index: byParty,
    partition: runsPartition,
    descending: true,
    limit: PAGE_SIZE,
    ...(before !== undefined && { before }),
  });
  const last = next === undefined ? undefined : items.at(-1)?.[byParty.sort];
  return {
    runs: items.map((item) => runSchema.omit({ steps: true }).parse(item)),
    ...(typeof last === 'string' && { cursor: last }),
  };
}

/** Claims the scheduled run of a month for one execution; a second firing is told no, a retry of the first yes. */
export async function claimScheduledRun(table: Table, month: string, runId: string): Promise<boolean> {
  const key = scheduledRunKey(month);
  if (await putItem(table, { ...key, runId }, 'absent')) return true;
  return (await getItem(table, key))?.['runId'] === runId;
}
