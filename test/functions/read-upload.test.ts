import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/read-upload/handler.ts';
import { type Caller, toContext } from '../../shared/platform/caller.ts';
import { uploadedFile } from '../../shared/store/upload-files.ts';
import { changeUpload, createUpload, type Upload } from '../../shared/store/uploads.ts';
import { anHttpEvent } from '../support/http-event.ts';
import { anObjectFolder } from '../support/object-folder.ts';
import { aTable } from '../support/table.ts';

let table: Awaited<ReturnType<typeof aTable>>;
const files = new Map<string, Uint8Array>();
beforeAll(async () => (table = await aTable()));
afterAll(() => table.close());

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a caller is listed at noon on 4 November. */
async function listed(who: Partial<Caller>) {
  const handler = createHandler(
    { TABLE_NAME: table.table.name, UPLOADS_BUCKET: 'uploads' },
    {
      table: table.table.client,
      objects: anObjectFolder(files).client,
      log,
      now: () => new Date('2026-11-04T12:00:00Z'),
    },
  );
  const caller: Caller = {
    ...{ clientId: 'c', sub: 's', scopes: ['admin/all'], binding: { operator: true }, isPerson: false },
    ...who,
  };
  const event = anHttpEvent({ routeKey: 'GET /v1/uploads', caller: toContext(caller) });
  const { statusCode, body = '' } = await handler(event, { awsRequestId: 'r' } as never);
  return { statusCode, ...(JSON.parse(body) as { uploads?: { id: string; provider?: string }[] }) };
}

const upload = (id: string, more: Partial<Upload> = {}): Upload => ({
  ...{ id, provider: 'janus', client: 'c', format: 'csv', type: 'session', mode: 'commit', change: 1 },
  ...{ openedAt: '2026-11-04T09:00:00.000Z', state: 'waiting', ...more },
});

test('the operator is listed what stopped on the way and can be replayed, of all providers, the latest first', async () => {
  const failure = { name: 'TypeError', where: 'somewhere', at: '2026-11-04T11:30:00.000Z' };
  const uploads = [
    upload('abandoned'),
    upload('stopped', { openedAt: '2026-11-04T08:00:00.000Z' }),
    upload('under-way', { state: 'reading', openedAt: '2026-11-04T11:30:00.000Z' }),
    upload('hung', { state: 'reading', provider: 'other', openedAt: '2026-11-03T09:00:00.000Z' }),
    upload('failed', { state: 'failed', provider: 'other', openedAt: '2026-11-04T11:20:00.000Z', failure }),
    upload('done', { state: 'done' }),
    upload('refused', { state: 'refused' }),
    upload('long-ago', { state: 'failed', openedAt: '2026-10-01T09:00:00.000Z' }),
  ];
  for (const one of uploads) await createUpload(table.table, one);
  files.set(uploadedFile(uploads[1]!), Buffer.from('id'));

  expect((await listed({})).uploads).toMatchObject([
    { id: 'failed', provider: 'other', failed: { at: failure.at, name: 'TypeError' } },
    { id: 'stopped', provider: 'janus', state: 'waiting' },
    { id: 'hung', provider: 'other' },
  ]);
  expect(JSON.stringify(await listed({}))).not.toContain('somewhere');
});

test('what came to its end is listed no more', async () => {
  await changeUpload(table.table, 'failed', () => ({ state: 'done' }));
  expect((await listed({})).uploads?.map(({ id }) => id)).toEqual(['stopped', 'hung']);
});

test('a provider is listed its own, whatever their state, and the operator’s other tokens none', async () => {
  const own = await listed({ scopes: ['records/write'], binding: { provider: 'other' } });
  expect(own.uploads?.map(({ id }) => id)).toEqual(['failed', 'hung']);
  expect((await listed({ scopes: ['records/write'] })).statusCode).toBe(404);
});
