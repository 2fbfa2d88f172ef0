import * as z from 'zod';
import { issuesOf } from '../../shared/intake/issues.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { codeSchema, instantSchema } from '../../shared/records/fields.ts';
import { londonDate } from '../../shared/records/london.ts';
import { monthSchema } from '../../shared/records/month.ts';
import { readEntry } from '../../shared/store/registries.ts';
import { createRun, type Run, saveRun } from '../../shared/store/runs.ts';
import type { startRunEnv } from './env.ts';

const monthRunSchema = z.strictObject({
  month: monthSchema,
  commissioner: codeSchema.optional(),
  asAt: instantSchema.optional(),
});

/** A run of statements is of today: final ones that are due, provisional ones of what is open. */
const statementRunSchema = z.strictObject({
  kind: z.literal('statements'),
  commissioner: codeSchema.optional(),
});

/**
 * `POST /v1/runs`: starts a month run by hand; with `asAt` a replay of an earlier instant, and with
 * `kind: statements` what otherwise happens every night.
 */
export function createHandler(
  { TABLE_NAME, MONTH_RUN_ARN, STATEMENT_RUN_ARN }: z.infer<typeof startRunEnv>,
  { table: client, log, now, newId, machines }: Pick<World, 'table' | 'log' | 'now' | 'newId' | 'machines'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async ({ body }) => {
    const ofStatements = z.looseObject({ kind: z.unknown() }).safeParse(body).data?.kind !== undefined;
    const asked = (ofStatements ? statementRunSchema : monthRunSchema).safeParse(body);
    if (!asked.success) throw refusal(issuesOf(asked.error.issues, body));
    const { commissioner } = asked.data;
    if (commissioner !== undefined && (await readEntry(table, 'commissioners', commissioner)) === undefined) {
      const message = 'no commissioner is registered under this code';
      throw refusal([{ field: 'commissioner', code: 'unknown-commissioner', message }]);
    }
    const run: Run = {
      id: newId(),
      startedAt: now().toISOString(),
      ...('kind' in asked.data ? ofToday(now()) : ofMonth(asked.data, now())),
      ...(commissioner !== undefined && { commissioner }),
      state: 'queued',
      commissioners: commissioner === undefined ? [] : [{ commissioner }],
      steps: [],
    };
    await createRun(table, run);
    try {
      const machine = run.kind === 'statements' ? STATEMENT_RUN_ARN : MONTH_RUN_ARN;
      await machines.start(machine, run.id, { trigger: 'hand' });
    } catch (cause) {
      await saveRun(table, { ...run, state: 'failed', error: 'not-started' });
      const detail = 'The run could not be started and nothing was computed; start it again.';
      throw new AppError(503, 'not-started', detail, { cause });
    }
    log.info('run started', { runId: run.id, month: run.month, replay: run.replay });
    return { status: 202, body: run, headers: { location: `/v1/runs/${run.id}` } };
  });
}

type Asked = Pick<Run, 'kind' | 'month' | 'asAt' | 'replay'>;

function ofMonth({ month, asAt }: z.infer<typeof monthRunSchema>, now: Date): Asked {
  return { month, asAt: instantOf(month, asAt, now), replay: asAt !== undefined };
}

function ofToday(now: Date): Asked {
  const asAt = now.toISOString();
  return { kind: 'statements', month: londonDate(asAt).slice(0, 7), asAt, replay: false };
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
