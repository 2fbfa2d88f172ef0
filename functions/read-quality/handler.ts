import type * as z from 'zod';
import { providerOf } from '../../shared/platform/caller.ts';
import { AppError } from '../../shared/platform/errors.ts';
import {
  type HttpAnswer,
  type HttpHandler,
  type HttpRequest,
  serveHttp,
} from '../../shared/platform/http.ts';
import { MOST_FILE_BYTES } from '../../shared/platform/private-pdf.ts';
import type { World } from '../../shared/platform/world.ts';
import { findingsAfter, isCursor, nextCursor } from '../../shared/quality/finding-cursor.ts';
import { measureTitles } from '../../shared/quality/quality-list.ts';
import { askedMonth } from '../../shared/receiving/asked-month.ts';
import { type ReadQuality, readQuality } from '../../shared/receiving/read-quality.ts';
import type { readQualityEnv } from './env.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How many findings one answer holds; the next page is asked for with its cursor. */
const PAGE_SIZE = 1000;

/**
 * `GET /v1/data-quality?month=`: what is missing, contradictory, late or double among a provider's records, and what
 * to do about each; with `Accept` of a workbook or `?format=xlsx` all of it as one.
 */
export function createHandler(
  { TABLE_NAME }: z.infer<typeof readQualityEnv>,
  { table: client, log, now }: Pick<World, 'table' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };

  return serveHttp(log, async (request) => {
    const provider = providerOf(request.caller);
    const instant = now().toISOString();
    const month = askedMonth(request.query['month'], instant);
    const format = formatOf(request);
    const cursor = cursorOf(request);
    const quality = await readQuality(table, { provider, month }, instant);
    log.info('data quality read', { provider, month, findings: quality.findings.length });
    return format === 'xlsx' ? workbook(quality, instant) : page(quality, cursor);
  });
}

function page({ findings, ...rest }: ReadQuality, cursor: string | undefined): HttpAnswer {
  const left = findingsAfter(findings, cursor);
  const shown = left.slice(0, PAGE_SIZE);
  const last = left.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const named = new Set(shown.flatMap(({ touches }) => touches));
  const measures = Object.fromEntries(Object.entries(measureTitles).filter(([id]) => named.has(id)));
  return {
    status: 200,
    body: { ...rest, findings: shown, measures, ...(last && { cursor: nextCursor(last) }) },
    headers: { 'cache-control': 'no-store' },
  };
}

async function workbook(quality: ReadQuality, at: string): Promise<HttpAnswer> {
  const { writeQualityWorkbook } = await import('../../shared/render/xlsx/quality/write-quality-workbook.ts');
  const file = writeQualityWorkbook(quality, { at, measures: measureTitles });
  if (file.length > MOST_FILE_BYTES) throw tooLarge();
  return {
    status: 200,
    file,
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="data-quality-${quality.month}.xlsx"`,
      'cache-control': 'no-store',
    },
  };
}

function formatOf({ query, headers }: HttpRequest): 'json' | 'xlsx' {
  const asked = query['format'];
  if (asked === 'json' || asked === 'xlsx') return asked;
  if (asked !== undefined) throw new AppError(400, 'invalid-format', 'Send format as json or xlsx.');
  return headers['accept']?.includes(XLSX) === true ? 'xlsx' : 'json';
}

function cursorOf({ query }: HttpRequest): string | undefined {
  const { cursor } = query;
  if (cursor === undefined || isCursor(cursor)) return cursor;
  throw new AppError(
    400,
    'invalid-cursor',
    'Send the cursor of the page before, or leave it out to begin anew.',
  );
}

function tooLarge(): AppError {
  return new AppError(
    413,
    'too-large',
    'More is wrong than one workbook can carry; read it as JSON, page by page.',
  );
}
