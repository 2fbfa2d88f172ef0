import * as z from 'zod';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { listRuns, readRun, type Run } from '../../shared/store/runs.ts';
import type { readRunEnv } from './env.ts';

const cursorSchema = z.string().min(1).max(200).optional();

/** `GET /v1/runs`: all runs, the newest first. `GET /v1/runs/{id}`: where a month run is, what came of it, and whose records are far from usual in number. */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof readRunEnv>,
  { table: client, log }: Pick<World, 'table' | 'log'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ params, query }) => {
    if (params['id'] === undefined) {
      const cursor = cursorSchema.safeParse(query['cursor']);
      if (!cursor.success)
        throw new AppError(400, 'invalid-query', 'Send cursor as the page before gave it, or leave it out.');
      const { runs, ...more } = await listRuns(table, cursor.data);
      return { status: 200, body: { runs: runs.map(counted), ...more } };
    }
    const run = await readRun(table, params['id']);
    if (run === undefined) throw notFound();
    // A step that was retried has warned twice.
    const warnings = new Map(
      run.steps.flatMap(({ commissioner, warnings: own = [] }) =>
        own.map((warning) => [JSON.stringify([commissioner, warning]), { commissioner, ...warning }]),
      ),
    );
    const steps = run.steps.map(({ warnings: _, ...step }) => step);
    return {
      status: 200,
      body: { ...run, steps, ...(warnings.size > 0 && { warnings: [...warnings.values()] }) },
    };
  });
}

/** A run with how many commissioners came to which end in place of each of them. */
function counted({ commissioners, ...run }: Omit<Run, 'steps'>) {
  const byStatus = Map.groupBy(commissioners, ({ status }) => status ?? 'under-way');
  const counts = Object.fromEntries([...byStatus].map(([status, of]) => [status, of.length]));
  return { ...run, outcomes: counts };
}
