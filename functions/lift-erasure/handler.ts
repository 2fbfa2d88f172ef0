import type * as z from 'zod';
import { notFound } from '../../shared/platform/errors.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { liftErasure } from '../../shared/privacy/lift-erasure.ts';
import { readCodes } from '../../shared/store/registries.ts';
import type { liftErasureEnv } from './env.ts';

/** `DELETE /v1/erasures/{id}`: lets records of an erased person in again. What was erased does not come back. */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET }: z.infer<typeof liftErasureEnv>,
  { table: client, objects, log, now }: Pick<World, 'table' | 'objects' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };

  return serveHttp(log, async ({ caller, params }) => {
    const id = params['id'] ?? '';
    const providers = await readCodes(table, 'providers');
    const lifted = await liftErasure({ table, bucket, now }, providers, id, caller);
    if (lifted === undefined) throw notFound();
    log.info('erasure lifted', { erasure: id, provider: lifted.provider });
    const { provider, state, liftedAt } = lifted;
    return { status: 200, body: { erasure: id, provider, state, liftedAt } };
  });
}
