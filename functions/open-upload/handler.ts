import type * as z from 'zod';
import { presignPost } from '../../shared/deliver/presign-post.ts';
import { readOpening } from '../../shared/intake/read-opening.ts';
import { providerOf, senderOf } from '../../shared/platform/caller.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { uploadedFile } from '../../shared/store/upload-files.ts';
import { createUpload } from '../../shared/store/uploads.ts';
import type { openUploadEnv } from './env.ts';

const MEGABYTE = 1024 * 1024;

/** How long a file of a format may be. */
const MOST_BYTES = { csv: 1024 * MEGABYTE, ndjson: 1024 * MEGABYTE, xlsx: 50 * MEGABYTE } as const;

const LIFE_SECONDS = 3600;

/** `POST /v1/uploads`: opens an upload and answers the form that its file is posted with, straight to storage. */
export function createHandler(
  { TABLE_NAME, UPLOADS_BUCKET }: z.infer<typeof openUploadEnv>,
  { table: client, objects, log, now, newId }: Pick<World, 'table' | 'objects' | 'log' | 'now' | 'newId'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: UPLOADS_BUCKET };

  return serveHttp(log, async ({ caller, body }) => {
    const provider = providerOf(caller);
    const opening = readOpening(body);
    const id = newId();
    await createUpload(table, {
      ...opening,
      ...{ id, provider, client: senderOf(caller), openedAt: now().toISOString() },
      ...{ state: 'waiting', change: 1 },
    });
    const mostBytes = MOST_BYTES[opening.format];
    const post = await presignPost(bucket, {
      key: uploadedFile({ provider, id }),
      mostBytes,
      seconds: LIFE_SECONDS,
    });
    log.info('upload opened', { upload: id, provider, format: opening.format, mode: opening.mode });
    return {
      status: 201,
      body: { id, ...opening, state: 'waiting', post, mostBytes },
      headers: { location: `/v1/uploads/${id}` },
    };
  });
}
