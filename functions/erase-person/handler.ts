import type * as z from 'zod';
import { providerOf } from '../../shared/platform/caller.ts';
import { type HttpHandler, serveHttp } from '../../shared/platform/http.ts';
import type { World } from '../../shared/platform/world.ts';
import { nothingHeld } from '../../shared/privacy/erased.ts';
import { erasePerson } from '../../shared/privacy/erase-person.ts';
import { issuedFigures } from '../../shared/privacy/issued-figures.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import type { erasePersonEnv } from './env.ts';

/** `DELETE /v1/people/{personRef}`: erases a person, and tells which issued figures they are counted in. */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, TAG_KEY_ID }: z.infer<typeof erasePersonEnv>,
  { table: client, objects, macs, log, now }: Pick<World, 'table' | 'objects' | 'macs' | 'log' | 'now'>,
): HttpHandler {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const tagOf = personTags(macs, TAG_KEY_ID);

  return serveHttp(log, async ({ caller, params }) => {
    const person = { provider: providerOf(caller), personRef: params['personRef'] ?? '' };
    const erasure = await erasePerson({ table, bucket, tagOf, now }, person, caller);
    if (erasure === undefined) throw nothingHeld();
    const { id, state, askedAt, erasedAt, records, touched } = erasure;
    const figures = await issuedFigures(table, touched);
    log.info('person erased', { erasure: id, provider: person.provider, figures: figures.length });
    return { status: 200, body: { erasure: id, state, askedAt, erasedAt, records, figures } };
  });
}
