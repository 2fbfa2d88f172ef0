import type * as z from 'zod';
import { notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { readRun } from '../../shared/store/runs.ts';
import type { readRunEnv } from './env.ts';

/** `GET /v1/runs/{id}`: where a month run is, what came of it, and whose records are far from usual in number. */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof readRunEnv>,
  { table: client, log }: Pick<World, 'table' | 'log'>,
): HttpHandler {
  return serveHttp(log, async ({ params }) => {
    const run = await readRun({ client, name: TABLE_NAME }, params['id'] ?? '');
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
