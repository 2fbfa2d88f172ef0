import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCohort, aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type Answer, type System } from '../support/system.ts';

/** Batches through the interface, and records that come after their month was issued. */

let system: System;
beforeAll(async () => {
  system = await aSystem();
  await system.provider('POST', '/v1/batches', { records: aCohort() });
  await system.runMonth({ month: '2026-10' });
});
afterAll(() => system.stop());

const NDJSON = { 'content-type': 'application/x-ndjson' };
const CSV = { 'content-type': 'text/csv; charset=utf-8' };
const post = (body: unknown, headers: Record<string, string> = {}, query = '') =>
  system.provider('POST', `/v1/batches${query}`, body, headers);
const outcomes = ({ body }: Answer) =>
  (body['results'] as { outcome: string; errors?: { code: string }[] }[]).map(({ outcome, errors }) =>
    errors === undefined ? outcome : errors.map(({ code }) => code).join(),
  );
const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\r\n');

describe('kinds of body', () => {
  test('lines of JSON: a bad line is told by its number and the others go on', async () => {
    const placement = { type: 'placement', id: 'N-1', ...aSentPlacement('SU-N1') };
    const session = { type: 'session', id: 'N-2', ...aSentSession('SU-N1') };
    const answer = await post(`\uFEFF${lines(placement)}\n\n{"type": Zebediah}\n${lines(session)}`, NDJSON);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        mode: 'commit',
        counts: { created: 2, rejected: 1 },
        results: [
          { index: 0, row: 1, id: 'N-1', outcome: 'created', version: 1 },
          { index: 1, row: 3, outcome: 'rejected', errors: [{ field: '', code: 'malformed-json' }] },
          { index: 2, row: 4, id: 'N-2', outcome: 'created' },
        ],
      },
    });
  });

  test('rows of a CSV: what is wrong is told by row and column, and a rehearsal writes nothing', async () => {
    const sent = [
      'id;personRef;openedOn;source;substance;outcome',
      'C-1;SU-N1;02/10/2026;test;alcohol;open',
      'C-2;SU-N1;31/02/2026;rumour;alcohol;open',
      ';;;;;',
      'C-3;SU-N1;2020-01-01;test;alcohol;open',
    ].join('\r\n');
    const expected = {
      counts: { created: 1, rejected: 2 },
      results: [
        { row: 2, type: 'lapse', id: 'C-1', outcome: 'created' },
        { row: 3, id: 'C-2', errors: [{ field: 'openedOn' }, { field: 'source', code: 'not-allowed' }] },
        { row: 5, errors: [{ field: 'openedOn', code: 'before-placement' }] },
      ],
    };
    const rehearsed = await post(sent, CSV, '?type=lapse&mode=validate');
    expect(rehearsed).toMatchObject({ status: 200, body: { mode: 'validate', ...expected } });
    expect((await system.provider('GET', '/v1/lapses/C-1')).status).toBe(404);
    expect(await post(sent, CSV, '?type=lapse')).toMatchObject({ status: 200, body: expected });
    expect((await system.provider('GET', '/v1/lapses/C-1')).body).toMatchObject({ openedOn: '2026-10-02' });
    expect((await post('id,personref\nC-9,SU-1', CSV, '?type=lapse')).body).toMatchObject({
      status: 422,
      code: 'wrong-columns',
    });
  });

  test('any other kind is refused, and what is taken is told', async () => {
    const { status, body } = await post('<x/>', { 'content-type': 'application/xml' });
    expect([status, body['code']]).toEqual([415, 'unsupported-media-type']);
    expect(body['detail']).toMatch(/application\/json.*application\/x-ndjson.*text\/csv/);
    expect((await system.provider('PUT', '/v1/lapses/C-9', 'id', CSV)).status).toBe(415);
  });

  test('too much says how to go on', async () => {
    for (const [body, headers, code] of [
      ['{}\n'.repeat(1001), NDJSON, 'too-many-records'],
      [' '.repeat(4_194_305), NDJSON, 'batch-too-large'],
      [`id,${'x'.repeat(4_200_000)}`, CSV, 'batch-too-large'],
    ] as const) {
      const refused = await post(body, headers, '?type=lapse');
      expect(refused).toMatchObject({ status: 413, body: { code } });
      expect(refused.body['detail']).toContain('POST /v1/uploads');
    }
    expect(await post(' '.repeat(10_500_000), NDJSON)).toMatchObject({
      status: 413,
      body: { message: 'Request Entity Too Large' },
    });
  });

  test('what is nested deeper than any record is refused like any other unknown field', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const line = `{"type":"session","id":"D-1","personRef":${deep},"x":${deep}}`;
    const inLines = await post(line, NDJSON);
    expect([inLines.status, inLines.body['counts']]).toMatchObject([200, { rejected: 1 }]);
    const inJson = await post(`{"records":[${line}]}`);
    expect([inJson.status, inJson.body['counts']]).toMatchObject([200, { rejected: 1 }]);
    expect((await post(deep)).status).toBe(422);
  });
});

describe('a whole', () => {
  test('is stored whole or not at all', async () => {
    const placement = { type: 'placement', id: 'A-1', ...aSentPlacement('SU-A1') };
    const wrong = { type: 'session', id: 'A-2', ...aSentSession('SU-A1', { kind: 'chat' }) };
    const refused = await post(lines(placement, wrong), NDJSON, '?atomic=all');
    expect(outcomes(refused)).toEqual(['batch-refused', 'not-allowed']);
    expect((await system.provider('GET', '/v1/placements/A-1')).status).toBe(404);
    const right = { ...wrong, kind: 'group' };
    expect(outcomes(await post({ atomic: 'all', records: [placement, right] }))).toEqual([
      'created',
      'created',
    ]);
    expect(outcomes(await post({ atomic: 'all', records: [placement, right] }))).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });
});

describe('Idempotency-Key', () => {
  const records = [{ type: 'placement', id: 'I-1', ...aSentPlacement('SU-I1') }];

  test('has the same answer given again, and refuses another body', async () => {
    const key = { 'idempotency-key': '"7f3c"' };
    const first = await post({ records }, key);
    expect(outcomes(first)).toEqual(['created']);
    const again = await post({ records }, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(outcomes(await post({ records }))).toEqual(['unchanged']);
    expect(await post({ records, mode: 'validate' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect((await post({ records }, { 'idempotency-key': 'two words' })).body).toMatchObject({
      code: 'invalid-idempotency-key',
    });
  });

  test('is not used up by what is no batch', async () => {
    const key = { 'idempotency-key': 'wrong-first' };
    expect((await post({}, key)).status).toBe(422);
    expect(outcomes(await post({ records }, key))).toEqual(['unchanged']);
  });

  test("is its client's own: another provider with the same key is answered by itself", async () => {
    await system.operator('PUT', '/v1/providers/idem', { name: 'Idem' });
    const other = await system.clientOf('idem-1', { provider: 'idem', scopes: ['records/write'] });
    const key = { 'idempotency-key': '"7f3c"' };
    expect(outcomes(await other('POST', '/v1/batches', { records }, key))).toEqual(['created']);
  });
});

describe('after a month was issued', () => {
  const october = (id: string, more: object = {}) => ({
    type: 'session',
    id,
    ...aSentSession('SU-20', { startsAt: '2026-10-06T10:00:00+01:00', ...more }),
  });
  const sent = ({ type: _, id: __, ...record }: ReturnType<typeof october>) => record;
  const pack = { commissioner: 'northshire', month: '2026-10', revision: 1 };

  test('a record is taken in, and the answer names the pack that it touches', async () => {
    const answer = await system.provider('PUT', '/v1/sessions/L-1', sent(october('L-1')));
    expect(answer).toMatchObject({ status: 201, body: { outcome: 'created', late: true, affects: [pack] } });
    expect((answer.body['affects'] as { measures: string[] }[])[0]?.measures).toContain('attendance');
    const same = await system.provider('PUT', '/v1/sessions/L-1', sent(october('L-1')));
    expect(same.body).toEqual({ type: 'session', id: 'L-1', outcome: 'unchanged', version: 1 });
  });

  test('moved to a month that is open, or withdrawn, it touches the one that it was in', async () => {
    await system.provider('PUT', '/v1/sessions/L-2', sent(october('L-2')));
    const moved = sent(october('L-2', { startsAt: '2026-11-03T10:00:00Z' }));
    expect((await system.provider('PUT', '/v1/sessions/L-2', moved)).body).toMatchObject({ affects: [pack] });
    const withdrawn = await system.provider('DELETE', '/v1/sessions/L-2?reason=duplicate');
    expect(withdrawn.body).toEqual({ type: 'session', id: 'L-2', outcome: 'withdrawn', version: 3 });
    await system.provider('PUT', '/v1/sessions/L-3', sent(october('L-3')));
    expect((await system.provider('DELETE', '/v1/sessions/L-3?reason=duplicate')).body).toMatchObject({
      late: true,
      affects: [pack],
    });
  });

  test('a batch marks the records that are late and names the packs once, rehearsed or not', async () => {
    const records = [
      october('L-4'),
      { type: 'test', id: 'L-5', ...aSentTest('SU-19', { collectedAt: '2026-10-07T09:00:00Z' }) },
      october('L-6', { startsAt: '2026-11-03T10:00:00Z' }),
    ];
    for (const mode of ['validate', 'commit'])
      expect((await post({ mode, records })).body).toMatchObject({
        affects: [{ ...pack, records: 2 }],
        results: [{ late: true }, { late: true }, { id: 'L-6' }],
      });
    const { body } = await post({ records });
    expect(body).not.toHaveProperty('affects');
    expect(body).toMatchObject({ counts: { unchanged: 3 } });
  });
});
