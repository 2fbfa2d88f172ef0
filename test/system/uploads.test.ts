import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCohort, aSentPlacement, aSentSession } from '../support/sent.ts';
import { aSystem, type Call, type System } from '../support/system.ts';
import { errorsOf, postFile, startUpload, upload } from '../support/uploads.ts';

/** Files that are uploaded through the interface and worked through in the background. */

let system: System;
let provider: Call;
let other: Call;
beforeAll(async () => {
  system = await aSystem();
  provider = system.provider;
  await system.operator('PUT', '/v1/providers/other', { name: 'Other' });
  other = await system.clientOf('other-1', { provider: 'other', scopes: ['records/write', 'records/read'] });
});
afterAll(() => system.stop());

const SESSIONS = 'id,personRef,kind,startsAt,attendance,workers';

test('a CSV is taken in row by row, and what is wrong is told by row and column without what was sent', async () => {
  await provider('PUT', '/v1/placements/P-1', aSentPlacement('SU-1'));
  const csv = [
    SESSIONS,
    'S-1,SU-1,group,05/01/2026 10:00,attended,W-1; W-2',
    '',
    'S-2,SU-1,secret-kind,05/01/2026 11:00,attended,W-1',
    'S-3,SU-1,group,01/01/2026 10:00,attended,W-1',
    'S-4,SU-1,group,25/10/2026 01:30,attended,W-1,=cmd()',
    ',,,,,',
  ].join('\r\n');
  const done = await upload(provider, { format: 'csv', type: 'session' }, csv);
  expect(done).toMatchObject({
    state: 'done',
    format: 'csv',
    type: 'session',
    mode: 'commit',
    rows: 6,
    rowsRead: 4,
    counts: { created: 1, amended: 0, unchanged: 0, rejected: 3 },
    types: { session: { created: 1, rejected: 3 } },
    errors: `/v1/uploads/${String(done['id'])}/errors.csv`,
  });
  expect((await provider('GET', '/v1/sessions/S-1')).body).toMatchObject({
    startsAt: '2026-01-05T10:00:00+00:00',
    workers: ['W-1', 'W-2'],
  });
  const errors = await errorsOf(provider, done['id']);
  expect(errors.map((line) => line.split(',').slice(0, 4).join())).toEqual([
    'sessions,4,kind,not-allowed',
    'sessions,5,startsAt,before-placement',
    'sessions,6,column G,too-many-cells',
  ]);
  expect(errors.join()).not.toMatch(/secret|cmd/);
});

test('what was uploaded before is unchanged, and what is other is amended', async () => {
  const csv = (kind: string) =>
    `${SESSIONS}\nA-1,SU-9,${kind},2026-01-05 10:00,attended,W-1\nA-2,SU-9,group,2026-01-06 10:00,attended,W-1`;
  const opening = { format: 'csv', type: 'session' };
  expect((await upload(provider, opening, csv('group')))['counts']).toMatchObject({ created: 2 });
  expect((await upload(provider, opening, csv('telephone')))['counts']).toEqual({
    created: 0,
    amended: 1,
    unchanged: 1,
    rejected: 0,
  });
});

test('nothing is stored of what is only tried, and placements in lines of JSON count for those before and after them', async () => {
  const lines = [
    { type: 'session', id: 'V-1', ...aSentSession('SU-20', { startsAt: '2025-12-01T10:00:00Z' }) },
    { type: 'placement', id: 'VP-1', ...aSentPlacement('SU-20') },
    { type: 'session', id: 'V-2', ...aSentSession('SU-20') },
  ].map((record) => JSON.stringify(record));
  const ndjson = [...lines, '', '{"type":"session"', '{"type":"cat","id":"C-1"}'].join('\n');
  const tried = await upload(provider, { format: 'ndjson', mode: 'validate' }, ndjson);
  expect(tried).toMatchObject({ state: 'done', counts: { created: 2, rejected: 3 } });
  expect((await errorsOf(provider, tried['id'])).map((line) => line.split(',').slice(0, 4).join())).toEqual([
    'sessions,1,startsAt,before-placement',
    ',5,,malformed-json',
    ',6,type,not-allowed',
  ]);
  expect((await provider('GET', '/v1/sessions/V-2')).status).toBe(404);

  const committed = await upload(provider, { format: 'ndjson' }, ndjson);
  expect(committed).toMatchObject({ state: 'done', counts: { created: 2, rejected: 3 } });
  expect((await provider('GET', '/v1/sessions/V-2')).status).toBe(200);
});

describe('a file that cannot be read is refused whole, with why', () => {
  test.each([
    [
      'columns',
      { format: 'csv', type: 'session' },
      `${SESSIONS.replace('kind', 'Kind of')}\nX-1,SU-1,group,2026-01-05 10:00,attended,`,
      'wrong-columns',
    ],
    [
      'letters',
      { format: 'csv', type: 'session' },
      Buffer.from(`${SESSIONS}\nX-1,SU-1,group,2026-01-05 10:00,attended,W-1\nX-2,caf\xe9`, 'latin1'),
      'not-utf8',
    ],
    [
      'quotation marks',
      { format: 'csv', type: 'session' },
      `${SESSIONS}\nX-1,SU-1,group,2026-01-05 10:00,attended,W-1\nX-2,"SU`,
      'malformed-csv',
    ],
    ['format', { format: 'xlsx' }, 'no workbook', 'not-a-workbook'],
    ['type', { format: 'csv', type: 'session' }, 'PK\x03\x04', 'not-text'],
  ])('%s', async (_, opening, file, code) => {
    const refused = await upload(provider, opening, file);
    expect(refused).toMatchObject({ state: 'refused', problem: { code }, rowsRead: 0 });
    expect((await provider('GET', '/v1/sessions/X-1')).status).toBe(404);
    expect((await provider('GET', `/v1/uploads/${String(refused['id'])}/errors.csv`)).status).toBe(409);
  });

  test('an empty file is not even taken in', async () => {
    await expect(startUpload(provider, { format: 'ndjson' }, '')).rejects.toThrow('EntityTooSmall');
  });

  test('nor is a form with another name, or changed', async () => {
    const { body } = await provider('POST', '/v1/uploads', { format: 'ndjson' });
    const post = body['post'] as { url: string; fields: Record<string, string> };
    const changed = { ...post, fields: { ...post.fields, key: `${post.fields['key']!}x` } };
    expect((await postFile(changed, '{}')).status).toBe(403);
    expect((await postFile({ ...post, fields: { ...post.fields, acl: 'public-read' } }, '{}')).status).toBe(
      403,
    );
  });
});

test('an upload says its format, and of a CSV the kind', async () => {
  const { status, body } = await provider('POST', '/v1/uploads', { format: 'csv' });
  expect([status, body['code'], body['errors']]).toEqual([
    422,
    'invalid-upload',
    [expect.objectContaining({ field: 'type', code: 'required' })],
  ]);
  expect((await provider('POST', '/v1/uploads', { format: 'doc' })).status).toBe(422);
});

test('others see nothing of an upload, and its own provider lists it', async () => {
  const id = await startUpload(provider, { format: 'ndjson', mode: 'validate' }, '{}');
  expect((await other('GET', `/v1/uploads/${id}`)).status).toBe(404);
  expect((await other('GET', `/v1/uploads/${id}/errors.csv`)).status).toBe(404);
  expect((await other('GET', '/v1/uploads')).body).toEqual({ uploads: [] });
  expect((await other('POST', `/v1/uploads/${id}/replay`)).status).toBe(403);
  const { uploads } = (await provider('GET', '/v1/uploads')).body as { uploads: { id: string }[] };
  expect(uploads[0]).toMatchObject({ id, format: 'ndjson', mode: 'validate' });
});

test('nothing of what was sent is kept once it is worked through', async () => {
  const placement = { type: 'placement', id: 'KP-1', ...aSentPlacement('SU-77') };
  await upload(provider, { format: 'ndjson' }, JSON.stringify(placement));
  const keys = join(system.dataDir, 'objects/janus-uploads/keys');
  const left = () =>
    readdirSync(keys)
      .map((name) => (JSON.parse(readFileSync(join(keys, name), 'utf8')) as { key: string }).key)
      .filter((key) => !key.startsWith('errors/'));
  await expect.poll(left).toEqual([]);
});

test('what comes after its month was issued is taken in, and the packs it can move are named', async () => {
  await provider('POST', '/v1/batches', { records: aCohort('LATE') });
  await system.runMonth({ month: '2026-10' });
  const csv = `${SESSIONS}\nLATE-1,LATE-19,group,07/10/2026 10:00,attended,W-1\nLATE-2,LATE-20,group,07/10/2026 10:00,attended,W-1`;
  const { affects, counts } = await upload(provider, { format: 'csv', type: 'session' }, csv);
  expect(counts).toMatchObject({ created: 2 });
  expect(affects).toEqual([
    expect.objectContaining({ commissioner: 'northshire', month: '2026-10', revision: 1, records: 2 }),
  ]);
});
