import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { World } from '../../../shared/platform/world.ts';
import { withoutTime } from '../../support/recording/around-calls.ts';
import { aSentPlacement } from '../../support/sent.ts';
import { aSystem, type Call, callerWith, type System, tokenFor } from '../../support/system.ts';
import { postFile } from '../../support/uploads.ts';

/** A token that ends while many records are being sent, in batches and by an upload. */

let system: System;
beforeAll(async () => {
  const timeless = (_: string, world: World) => ({ ...world, objects: withoutTime(world.objects) });
  system = await aSystem(undefined, undefined, timeless);
});
afterAll(() => system.stop());
afterEach(() => void vi.useRealTimers());

/** A caller with a token of this moment. */
async function signedIn(): Promise<Call> {
  const client = system.clients.find(({ scopes }) => scopes.some((scope) => scope === 'records/write'))!;
  return callerWith(system.baseUrl, await tokenFor(system.tokenUrl, client));
}

const pass = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });

const records = (batch: number) =>
  Array.from({ length: 20 }, (_, i) => {
    const id = `B-${batch}-${i + 1}`;
    return { type: 'placement', id, ...aSentPlacement(`SU-${id}`) };
  });

async function storedOnce(ids: readonly string[]): Promise<number> {
  const versions = await Promise.all(
    ids.map(async (id) => (await system.provider('GET', `/v1/placements/${id}`)).body['version']),
  );
  return versions.filter((version) => version === 1).length;
}

test('between batches: 401 and nothing of it stored; with a new token the same is sent again', async () => {
  const first = await signedIn();
  const send = (call: Call, batch: number) =>
    call('POST', '/v1/batches', { records: records(batch) }, { 'idempotency-key': `batch-${batch}` });
  expect((await send(first, 1)).body['counts']).toMatchObject({ created: 20 });
  pass(61);
  const refused = await send(first, 2);
  expect([refused.status, refused.body]).toEqual([401, { message: 'Unauthorized' }]);
  const second = await signedIn();
  // A sender that does not know how far it got begins again.
  expect((await send(second, 1)).body['counts']).toMatchObject({ created: 20 });
  expect((await send(second, 2)).body['counts']).toMatchObject({ created: 20, unchanged: 0 });
  vi.useRealTimers();
  const ids = [1, 2].flatMap(records).map(({ id }) => id);
  expect(await storedOnce(ids)).toBe(40);
  console.log(
    'A token that ends between batches: 401, nothing stored of the second; sent again, 40 of 40 once.',
  );
});

test('while a file is uploaded: it goes on without the token, which is needed again only to ask', async () => {
  const first = await signedIn();
  const { body } = await first('POST', '/v1/uploads', { format: 'ndjson' });
  const id = String(body['id']);
  pass(59);
  const lines = records(3).map((record) => JSON.stringify(record));
  // The form has a signature of its own, good for an hour.
  expect((await postFile(body['post'] as Form, lines.join('\n'))).status).toBe(204);
  pass(2);
  expect((await first('GET', `/v1/uploads/${id}`)).status).toBe(401);
  const second = await signedIn();
  await expect
    .poll(async () => (await second('GET', `/v1/uploads/${id}`)).body)
    .toMatchObject({ state: 'done', counts: { created: 20, rejected: 0 } });
  vi.useRealTimers();
  expect(await storedOnce(records(3).map(({ id: each }) => each))).toBe(20);
  console.log(
    'A token that ends while a file is uploaded: 20 of 20 rows stored once; a new one asks how far it is.',
  );
});

test('and a form that is too old is refused, with why; another opening takes the file', async () => {
  const first = await signedIn();
  const { body } = await first('POST', '/v1/uploads', { format: 'ndjson' });
  pass(61);
  const file = JSON.stringify(records(4)[0]);
  const late = await postFile(body['post'] as Form, file);
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Policy expired')]);
  const second = await signedIn();
  const again = await second('POST', '/v1/uploads', { format: 'ndjson' });
  expect((await postFile(again.body['post'] as Form, file)).status).toBe(204);
  await expect
    .poll(async () => (await second('GET', `/v1/uploads/${String(again.body['id'])}`)).body)
    .toMatchObject({ state: 'done', counts: { created: 1 } });
  expect((await second('GET', `/v1/uploads/${String(body['id'])}`)).body).toMatchObject({ state: 'waiting' });
  console.log('A form that is an hour old: 403, nothing taken in; opened again, 1 of 1 row stored.');
});

type Form = Parameters<typeof postFile>[0];
