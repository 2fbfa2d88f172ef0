import type * as z from 'zod';
import { isOperator } from '../../shared/platform/caller.ts';
import { AppError, notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { replayFile, writeFile } from '../../shared/store/upload-files.ts';
import { changeUpload, readUpload } from '../../shared/store/uploads.ts';
import { isReplayable } from '../../shared/uploads/is-replayable.ts';
import type { replayUploadEnv } from './env.ts';

/** `POST /v1/uploads/{id}/replay`: has an upload that failed on our side, or stands still, go on from where it stopped. */
export function createHandler(
  { TABLE_NAME, UPLOADS_BUCKET }: z.infer<typeof replayUploadEnv>,
  { table: client, objects, log }: Pick<World, 'table' | 'objects' | 'log'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: UPLOADS_BUCKET };

  return serveHttp(log, async ({ caller, params }) => {
    const { id = '' } = params;
    const upload = isOperator(caller) ? await readUpload(table, id) : undefined;
    if (upload === undefined) throw notFound();
    if (!(await isReplayable(bucket, upload)))
      throw new AppError(
        409,
        'nothing-to-replay',
        'Only an upload that failed, is being read or waits with its file there can be replayed.',
      );
    await changeUpload(table, id, ({ state, plan }) =>
      state === 'failed'
        ? { state: plan === undefined ? 'waiting' : 'reading', failure: undefined }
        : undefined,
    );
    await writeFile(bucket, replayFile(upload), '{}');
    log.info('upload replayed', { upload: id });
    return { status: 202, body: { id, state: upload.plan === undefined ? 'waiting' : 'reading' } };
  });
}
