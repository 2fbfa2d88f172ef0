import * as z from 'zod';
import { signLink } from '../../shared/deliver/sign-link.ts';
import { type Caller, isOperator, providerOf } from '../../shared/platform/caller.ts';
import { toldLink } from '../../shared/deliver/told-link.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { errorsFile } from '../../shared/store/upload-files.ts';
import {
  type AffectedPack,
  type Counts,
  listUnfinishedUploads,
  listUploads,
  readProgress,
  readUpload,
  type SliceProgress,
  type Upload,
} from '../../shared/store/uploads.ts';
import { addedPacks } from '../../shared/uploads/added-packs.ts';
import { isReplayable } from '../../shared/uploads/is-replayable.ts';
import type { readUploadEnv } from './env.ts';

const cursorSchema = z.string().min(1).max(200).optional();

/**
 * `GET /v1/uploads`, `…/{id}` and `…/{id}/errors.csv`: a provider's own uploads, how far one is, what is wrong with it.
 * The operator is listed those of all providers that stopped on the way and can be replayed.
 */
export function createHandler(
  { TABLE_NAME, UPLOADS_BUCKET }: z.infer<typeof readUploadEnv>,
  { table: client, objects, log, now }: Pick<World, 'table' | 'objects' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: UPLOADS_BUCKET };

  return serveHttp(log, async ({ route, caller, params, query, headers }) => {
    const { id } = params;
    if (id === undefined) {
      const cursor = cursorSchema.safeParse(query['cursor']);
      if (!cursor.success)
        throw new AppError(400, 'invalid-query', 'Send cursor as the page before gave it, or leave it out.');
      return { status: 200, body: await list(caller, cursor.data) };
    }
    const provider = providerOf(caller);
    const upload = await readUpload(table, id);
    if (upload?.provider !== provider) throw notFound();
    const progress = await readProgress(table, id);
    const counts = countsIn(progress);
    if (!route.path.endsWith('/errors.csv')) return { status: 200, body: told(upload, progress, counts) };
    if (upload.state !== 'done')
      throw new AppError(
        409,
        'upload-not-done',
        'The upload is not worked through; ask again when it is done.',
      );
    if (counts.all.rejected === 0) throw notFound('No row was rejected.');
    return toldLink({ headers }, await signLink(bucket, errorsFile(upload), 'errors.csv'));
  });

  async function list(caller: Caller, before: string | undefined) {
    if (!isOperator(caller) || !caller.scopes.includes('admin/all')) {
      const { uploads, ...more } = await listUploads(table, providerOf(caller), before);
      return { uploads: uploads.map(described), ...more };
    }
    const { uploads, ...more } = await listUnfinishedUploads(table, before);
    const kept = uploads.filter((upload) => ageOf(upload, now()) < KEPT_MS);
    const overdue = kept.filter((upload) => isOverdue(upload, now()));
    const stopped = await inParallel(AT_ONCE, overdue, async (upload) =>
      (await isReplayable(bucket, upload)) ? [withFailure(upload)] : [],
    );
    return {
      uploads: stopped.flat(),
      ...(kept.length === uploads.length && more),
    };
  }
}

const AT_ONCE = 8;

/** What was opened so lately may still wait for its file, whose form is good for an hour, or be under way. */
const UNDER_WAY_MS = 60 * 60 * 1000;

/** Files are kept for so long: what never came to an end until then cannot be replayed. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

const ageOf = ({ openedAt }: Upload, now: Date) => now.getTime() - Date.parse(openedAt);

function isOverdue(upload: Upload, now: Date): boolean {
  return upload.state === 'failed' || ageOf(upload, now) > UNDER_WAY_MS;
}

/** For the operator: whose it is, and what failed. */
function withFailure(upload: Upload) {
  const { provider, failure } = upload;
  return {
    ...described(upload),
    provider,
    ...(failure && { failed: { at: failure.at, name: failure.name } }),
  };
}

function described({ id, format, type, mode, openedAt, state }: Upload) {
  return { id, format, ...(type !== undefined && { type }), mode, openedAt, state };
}

const noCounts: Counts = { created: 0, amended: 0, unchanged: 0, rejected: 0 };

function countsIn(progress: readonly SliceProgress[]) {
  const types: Record<string, Counts> = {};
  let all = noCounts;
  for (const { counts } of progress)
    for (const [type, more] of Object.entries(counts)) {
      types[type] = sumOf(types[type] ?? noCounts, more);
      all = sumOf(all, more);
    }
  return { all, types };
}

const sumOf = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  amended: a.amended + b.amended,
  unchanged: a.unchanged + b.unchanged,
  rejected: a.rejected + b.rejected,
});

function told(upload: Upload, progress: readonly SliceProgress[], counts: ReturnType<typeof countsIn>) {
  const { plan, refused, failure, state } = upload;
  const affects = progress.reduce<readonly AffectedPack[]>((all, each) => addedPacks(all, each.affects), []);
  const problem =
    refused === undefined
      ? failure && { code: 'failed', detail: FAILED }
      : { code: refused.code, detail: refused.detail, errors: refused.issues };
  return {
    ...described(upload),
    ...(plan && { rows: plan.rows }),
    ...(plan?.sheetsPassedOver && { sheetsPassedOver: plan.sheetsPassedOver }),
    rowsRead: progress.reduce((sum, { rows }) => sum + rows, 0),
    counts: counts.all,
    types: counts.types,
    ...(affects.length > 0 && { affects }),
    ...(problem && (state === 'refused' || state === 'failed') && { problem }),
    ...(state === 'done' && counts.all.rejected > 0 && { errors: `/v1/uploads/${upload.id}/errors.csv` }),
  };
}

const FAILED =
  'Something failed on our side and the operator can have it done again; what was taken in stays. Sending the file anew is safe, too.';
