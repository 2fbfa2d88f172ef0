import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, callerWith, type System } from '../support/system.ts';

let system: System;
beforeAll(async () => (system = await aSystem()));
afterAll(() => system.stop());

const call = (...args: Parameters<System['provider']>) => system.provider(...args);

test('a record is sent, read, amended, withdrawn and sent again', async () => {
  const path = '/v1/placements/P-1';
  const created = await call('PUT', path, aSentPlacement('SU-1'));
  expect(created).toMatchObject({
    status: 201,
    body: { type: 'placement', id: 'P-1', outcome: 'created', version: 1 },
  });
  expect(created.headers.get('etag')).toBe('"1"');
  expect(await call('PUT', path, aSentPlacement('SU-1'))).toMatchObject({
    status: 200,
    body: { outcome: 'unchanged', version: 1 },
  });

  const amended = await call('PUT', path, aSentPlacement('SU-1', { sex: 'male' }), { 'if-match': '"1"' });
  expect(amended).toMatchObject({ status: 200, body: { outcome: 'amended', version: 2 } });
  const late = await call('PUT', path, aSentPlacement('SU-1', { sex: 'other' }), { 'if-match': '"1"' });
  expect(late).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
  const read = await call('GET', path);
  expect(read).toMatchObject({
    status: 200,
    body: { id: 'P-1', version: 2, personRef: 'SU-1', sex: 'male' },
  });

  expect(await call('DELETE', path)).toMatchObject({ status: 422, body: { code: 'reason-needed' } });
  expect(await call('DELETE', `${path}?reason=duplicate`)).toMatchObject({
    status: 200,
    body: { outcome: 'withdrawn', version: 3 },
  });
  expect(await call('GET', path)).toMatchObject({ status: 404, body: { code: 'withdrawn' } });
  expect(await call('PUT', path, aSentPlacement('SU-1'))).toMatchObject({
    status: 201,
    body: { version: 4 },
  });
});

test('a batch answers each record under its index, and a list tells what changed since', async () => {
  const since = system.now().toISOString();
  const answer = await call('POST', '/v1/batches', {
    records: [
      { type: 'test', id: 'T-2', ...aSentTest('SU-2') },
      { type: 'placement', id: 'P-2', ...aSentPlacement('SU-2') },
      { type: 'session', id: 'S-2', ...aSentSession('SU-2', { attendance: 'maybe', startsAt: 'noon' }) },
      { type: 'session', id: 'S-3', ...aSentSession('SU-2', { startsAt: '2026-01-01T10:00:00Z' }) },
      null,
    ],
  });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    counts: { created: 2, amended: 0, unchanged: 0, rejected: 3 },
    results: [
      { index: 0, type: 'test', id: 'T-2', outcome: 'created', version: 1 },
      { index: 1, type: 'placement', id: 'P-2', outcome: 'created' },
      {
        index: 2,
        outcome: 'rejected',
        errors: [
          { field: 'startsAt', code: 'invalid-instant' },
          { field: 'attendance', code: 'not-allowed' },
        ],
      },
      { index: 3, outcome: 'rejected', errors: [{ field: 'startsAt', code: 'before-placement' }] },
      { index: 4, outcome: 'rejected', errors: [{ field: 'type', code: 'not-allowed' }] },
    ],
  });
  const changed = await call('GET', `/v1/tests?changedSince=${encodeURIComponent(since)}`);
  expect(changed).toMatchObject({
    status: 200,
    body: { records: [{ id: 'T-2', version: 1, matrix: 'urine' }] },
  });
});

describe('what is wrong is refused clearly, and nothing of it is written', () => {
  const placement = aSentPlacement('SU-9');
  test.each<[string, Parameters<System['provider']>, number, string]>([
    [
      'a body that is not JSON',
      ['PUT', '/v1/placements/X', '{"personRef": Zebediah}'],
      400,
      'malformed-json',
    ],
    [
      'another content type',
      ['PUT', '/v1/placements/X', placement, { 'content-type': 'text/csv' }],
      415,
      'unsupported-media-type',
    ],
    [
      'an unknown field',
      ['PUT', '/v1/placements/X', { ...placement, note: 'Zebediah' }],
      422,
      'invalid-record',
    ],
    ['a wrong enum', ['PUT', '/v1/placements/X', { ...placement, sex: 'Zebediah' }], 422, 'invalid-record'],
    [
      'a personal identifier',
      ['PUT', '/v1/placements/X', { ...placement, personRef: '9434765919' }],
      422,
      'invalid-record',
    ],
    [
      'an unknown commissioner',
      ['PUT', '/v1/placements/X', { ...placement, commissioner: 'nowhere' }],
      422,
      'invalid-record',
    ],
    ['an id that is no id', ['PUT', '/v1/placements/..%2F..%2Fetc', placement], 422, 'invalid-record'],
    [
      'a key that would set a prototype',
      ['PUT', '/v1/placements/X', '{"__proto__": {"sex": "female"}}'],
      400,
      'malformed-json',
    ],
    [
      'a year nobody means',
      ['PUT', '/v1/placements/X', { ...placement, startsOn: '0026-01-05' }],
      422,
      'invalid-record',
    ],
    [
      'more than a record needs',
      ['PUT', '/v1/placements/X', { ...placement, note: 'x'.repeat(300_000) }],
      413,
      'body-too-large',
    ],
    ['an unknown collection', ['PUT', '/v1/people/X', placement], 404, 'not-found'],
    ['a collection of later times', ['PUT', '/v1/statements/X', placement], 404, 'not-found'],
    ['no batch at all', ['POST', '/v1/batches', []], 422, 'invalid-batch'],
    [
      '1,001 records',
      ['POST', '/v1/batches', { records: Array.from({ length: 1001 }, () => ({})) }],
      413,
      'too-many-records',
    ],
    [
      'more than 4 MB',
      ['POST', '/v1/batches', { records: [{ type: 'x'.repeat(4_200_000) }] }],
      413,
      'batch-too-large',
    ],
  ])('%s', async (_, args, status, code) => {
    expect(await call(...args)).toMatchObject({ status, body: { status, code } });
    expect((await call('GET', '/v1/placements/X')).status).toBe(404);
  });

  test('an id reused for another person', async () => {
    await call('PUT', '/v1/placements/P-8', aSentPlacement('SU-8'));
    expect(await call('PUT', '/v1/placements/P-8', aSentPlacement('SU-9'))).toMatchObject({
      status: 409,
      body: { code: 'id-in-use' },
    });
  });

  test('more than 10 MB, by the gateway itself', async () => {
    const answer = await call('POST', '/v1/batches', `"${'x'.repeat(10_500_000)}"`);
    expect(answer).toMatchObject({ status: 413, body: { message: 'Request Entity Too Large' } });
  });

  test('no token, a broken one and one of another issuer', async () => {
    const forged = 'eyJhbGciOiJub25lIn0.eyJjbGllbnRfaWQiOiJ4In0.';
    for (const token of [undefined, 'nonsense', forged]) {
      const answer = await callerWith(system.baseUrl, token)('GET', '/v1/placements/P-1');
      expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
    }
  });
});

test('nothing that was sent is in the log: no reference, no id, no value', async () => {
  await call(
    'PUT',
    '/v1/placements/PLANTED-1',
    aSentPlacement('PLANTED-2', { note: 'PLANTED-3', sex: 'PLANTED-4' }),
  );
  await call('GET', '/v1/placements/PLANTED-1?changedSince=PLANTED-5');
  await call('PUT', '/v1/placements/PLANTED-1', '{"PLANTED-6');
  const folder = join(system.dataDir, 'logs');
  const log = (
    await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  ).join('');
  expect(log).toContain('malformed-json');
  expect(log).not.toMatch(/PLANTED|SU-\d|Zebediah|9434765919/);
});

test('a name too long or strange to be an id is not there, whoever asks for it', async () => {
  for (const id of ['x'.repeat(3000), '2026-10%23scheduled', '%00', 'a%2Fb']) {
    expect((await call('GET', `/v1/placements/${id}`)).status).toBe(404);
    expect((await call('DELETE', `/v1/placements/${id}?reason=duplicate`)).status).toBe(404);
    expect((await system.operator('GET', `/v1/runs/${id}`)).status).toBe(404);
    expect((await system.operator('GET', `/v1/commissioners/${id}`)).status).toBe(404);
  }
  expect((await call('GET', '/v1/tests?cursor=nonsense')).body).toMatchObject({ code: 'invalid-cursor' });
});

test('an answer never repeats what was refused as an id or a kind', async () => {
  const record = { type: 'John Smith 9434765919', id: '9434765919', AB123456C: 1 };
  const { body } = await call('POST', '/v1/batches', { records: [record, { ...record, type: 'placement' }] });
  expect(JSON.stringify(body)).not.toMatch(/Smith|9434765919|AB123456C/);
});

test('a batch of a thousand with every possible mistake is still answered', async () => {
  const wrong = (i: number) => ({
    type: 'session',
    id: `W-${i}`,
    ...aSentSession('SU-W1', { kind: 'x', attendance: 'y', topics: Array.from({ length: 16 }, () => 'z') }),
  });
  const { status, body } = await call('POST', '/v1/batches', {
    records: Array.from({ length: 1000 }, (_, i) => wrong(i)),
  });
  expect([status, body['counts']]).toEqual([200, { created: 0, amended: 0, unchanged: 0, rejected: 1000 }]);
});

test('`If-Match: *` asks for a record that is there', async () => {
  const any = { 'if-match': '*' };
  expect((await call('PUT', '/v1/placements/P-any', aSentPlacement('SU-any-1'), any)).status).toBe(412);
  await call('PUT', '/v1/placements/P-any', aSentPlacement('SU-any-1'));
  expect(
    (await call('PUT', '/v1/placements/P-any', aSentPlacement('SU-any-1', { sex: 'male' }), any)).status,
  ).toBe(200);
});

test('`If-None-Match: *` creates, and replaces nothing', async () => {
  const isNew = { 'if-none-match': '*' };
  const put = (more: object) => call('PUT', '/v1/placements/P-new', aSentPlacement('SU-new-1', more), isNew);
  expect((await put({})).status).toBe(201);
  expect(await put({ sex: 'male' })).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
  expect((await call('GET', '/v1/placements/P-new')).body).toMatchObject({ version: 1 });
});

test.each([
  ['If-Match', 'empty', { 'if-match': '' }],
  ['If-Match', 'of blanks', { 'if-match': '  ' }],
  ['If-Match', 'with a nought before its number', { 'if-match': '"01"' }],
  ['If-Match', 'without quotes', { 'if-match': '1' }],
  ['If-Match', 'of two tags', { 'if-match': '"1", "2"' }],
  ['If-Match', 'weak', { 'if-match': 'W/"1"' }],
  ['If-None-Match', 'empty', { 'if-none-match': '' }],
  ['If-None-Match', 'of a tag', { 'if-none-match': '"7"' }],
  ['If-None-Match', 'beside If-Match', { 'if-none-match': '*', 'if-match': '"1"' }],
])('an %s that is %s is refused, and nothing is written without its condition', async (name, _, headers) => {
  const path = '/v1/placements/P-odd-condition';
  await call('PUT', path, aSentPlacement('SU-odd-1'));
  const code = `invalid-${name.toLowerCase()}`;
  const amended = aSentPlacement('SU-odd-1', { sex: 'male' });
  const refused = [
    await call('PUT', path, amended, headers),
    await call('DELETE', `${path}?reason=duplicate`, undefined, headers),
  ];
  for (const answer of refused) expect(answer).toMatchObject({ status: 400, body: { code } });
  expect((await call('GET', path)).body).toMatchObject({ version: 1 });
});

test('what the operator registers must make sense', async () => {
  const target = {
    commissioner: 'northshire',
    measure: 'abstinence-retention',
    value: 0.6,
    direction: 'at-least',
    validFrom: '2026-01-01',
    source: 'Contract',
  };
  const put = (more: object) => system.operator('PUT', '/v1/targets/T-1', { ...target, ...more });
  expect((await put({})).status).toBe(201);
  expect((await put({ value: 60 })).body).toMatchObject({
    errors: [{ field: 'value', code: 'out-of-range' }],
  });
  expect((await put({ validTo: '2025-01-01' })).body).toMatchObject({
    errors: [{ field: 'validTo', code: 'date-order' }],
  });
  expect((await put({ measure: 'abstinence' })).body).toMatchObject({
    errors: [{ field: 'measure', code: 'not-allowed' }],
  });
  for (const name of ['\u200b\u200d', 'A\uffff', ' ', 'A\nB', 'A\u2028B', 'A\u2029B']) {
    expect((await system.operator('PUT', '/v1/commissioners/odd', { name })).status).toBe(422);
  }
});
