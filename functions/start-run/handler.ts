import * as z from 'zod';
import { issuesOf } from '../../shared/intake/issues.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { codeSchema, instantSchema } from '../../shared/records/fields.ts';
import { londonDate } from '../../shared/records/london.ts';
import { readEntry } from '../../shared/store/registries.ts';
import { createRun, type Run, saveRun } from '../../shared/store/runs.ts';
import type { startRunEnv } from './env.ts';

const askedSchema = z.strictObject({
  month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'invalid-month: send a month as YYYY-MM'),
  commissioner: codeSchema.optional(),
  asAt: instantSchema.optional(),
});

/** `POST /v1/runs`: starts a month run by hand; with `asAt` a replay of an earlier instant. */
export function createHandler(
  { TABLE_NAME, MONTH_RUN_ARN }: z.infer<typeof startRunEnv>,
  { table: client, log, now, newId, machines }: Pick<World, 'table' | 'log' | 'now' | 'newId' | 'machines'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ body }) => {
    const asked = askedSchema.safeParse(body);
    if (!asked.success) throw refusal(issuesOf(asked.error.issues, body));
    const { month, commissioner, asAt } = asked.data;
    if (commissioner !== undefined && (await readEntry(table, 'commissioners', commissioner)) === undefined) {
      const message = 'no commissioner is registered under this code';
      throw refusal([{ field: 'commissioner', code: 'unknown-commissioner', message }]);
    }
    const instant = instantOf(month, asAt, now());
    const run: Run = {
      id: newId(),
      month,
      ...(commissioner !== undefined && { commissioner }),
      asAt: instant,
      replay: asAt !== undefined,
      state: 'queued',
      commissioners: commissioner === undefined ? [] : [{ commissioner }],
      steps: [],
    };
    await createRun(table, run);
    try {
      await machines.start(MONTH_RUN_ARN, run.id, { trigger: 'hand' });
    } catch (cause) {
      await saveRun(table, { ...run, state: 'failed', error: 'not-started' });
      const detail = 'The run could not be started and nothing was computed; start it again.';
      throw new AppError(503, 'not-started', detail, { cause });
    }
    log.info('run started', { runId: run.id, month, replay: run.replay });
    return { status: 202, body: run, headers: { location: `/v1/runs/${run.id}` } };
  });
}

/** The instant of a run: now, or the earlier one asked for; the month has ended by then. */
function instantOf(month: string, asAt: string | undefined, now: Date): string {
  const instant = asAt === undefined ? now : new Date(asAt);
  if (instant > now) {
    throw refusal([{ field: 'asAt', code: 'out-of-range', message: 'send an instant that has passed' }]);
  }
  if (londonDate(instant.toISOString()).slice(0, 7) <= month) {
    const detail = 'The month has not ended at that instant; run it from its next day on.';
    throw new AppError(409, 'month-open', detail);
  }
  return instant.toISOString();
}

function refusal(issues: AppError['issues']): AppError {
  return new AppError(422, 'invalid-run', 'The run was refused and nothing was started; see errors.', {
    issues,
  });
}
