import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { contentHash } from '../../shared/store/record-item.ts';
import { readRecord } from '../../shared/store/read-records.ts';
import type { Sent } from '../../shared/submission/check-records.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let batches = 0;
let provider = 'p0';
beforeEach(() => (provider = `p${Number(provider.slice(1)) + 1}`));

const submit = (sent: readonly Sent[], how: { mode?: 'validate'; atomic?: 'all' } = {}) =>
  submitRecords(
    {
      table,
      isCommissioner: (code) => Promise.resolve(code === 'northshire'),
      erasures: erasureGuard(table, testTagOf, provider),
      change: { provider, client: 'c', now: () => new Date('2026-02-01T09:00:00Z') },
      mode: how.mode ?? 'commit',
      ...(how.atomic && { whole: { batchId: `b${(batches += 1)}`, content: contentHash(sent) } }),
    },
    sent,
  );

const codes = (results: Awaited<ReturnType<typeof submit>>) =>
  results.map((result) =>
    'issues' in result ? result.issues.map(({ code }) => code).join() : result.outcome,
  );

const placement = (id: string, more: object = {}): Sent => ({
  type: 'placement',
  id,
  value: aSentPlacement('SU-1', more),
});
const session = (id: string, startsAt: string, more: object = {}): Sent => ({
  type: 'session',
  id,
  value: aSentSession('SU-1', { startsAt, ...more }),
});

test('results come in the order sent, and records may come before the placement they belong to', async () => {
  const results = await submit([
    session('S1', '2026-01-05T10:00:00Z'),
    { type: 'x', id: '1', value: {} },
    placement('P1'),
  ]);
  expect(codes(results)).toEqual(['created', 'not-allowed', 'created']);
});

test('a date before the earliest referral is refused, counting placements sent along', async () => {
  expect(codes(await submit([placement('P1'), session('S1', '2026-01-01T10:00:00Z')]))).toEqual([
    'created',
    'before-placement',
  ]);
  const earlier = placement('P0', {
    referredOn: '2025-12-01',
    startsOn: '2025-12-02',
    endedOn: '2025-12-20',
    endReason: 'left',
  });
  expect(codes(await submit([session('S1', '2026-01-01T10:00:00Z'), earlier]))).toEqual([
    'created',
    'created',
  ]);
});

test('the day of the referral itself is not before it, by the London calendar', async () => {
  await submit([
    placement('P1', { referredOn: '2026-07-02', startsOn: '2026-07-02', plannedEndOn: '2026-09-01' }),
  ]);
  expect(
    codes(await submit([session('S1', '2026-07-01T23:30:00Z'), session('S2', '2026-07-01T22:30:00Z')])),
  ).toEqual(['created', 'before-placement']);
});

test('what a later placement contradicts is unchanged when it is sent again as it stands, and refused otherwise', async () => {
  const early = session('S1', '2026-01-01T10:00:00Z');
  await submit([early]);
  await submit([placement('P1')]);
  expect(codes(await submit([early]))).toEqual(['unchanged']);
  expect(codes(await submit([early], { mode: 'validate' }))).toEqual(['unchanged']);
  expect(codes(await submit([session('S1', '2026-01-01T11:00:00Z')]))).toEqual(['before-placement']);
  expect(codes(await submit([session('S2', '2026-01-01T10:00:00Z')]))).toEqual(['before-placement']);
});

test('a placement that is itself refused does not count', async () => {
  const refused = placement('P0', { referredOn: '2025-12-01', commissioner: 'nowhere' });
  expect(codes(await submit([placement('P1'), refused, session('S1', '2026-01-01T10:00:00Z')]))).toEqual([
    'created',
    'unknown-commissioner',
    'before-placement',
  ]);
});

test('a person without a placement is accepted and left to data quality', async () => {
  expect(codes(await submit([session('S1', '2026-01-05T10:00:00Z')]))).toEqual(['created']);
});

test('with two placements open a session says which one it belongs to', async () => {
  const aftercare = placement('P2', { service: 'aftercare' });
  const open = '2026-01-06T10:00:00Z';
  const sent = [
    placement('P1'),
    aftercare,
    session('S1', open),
    session('S2', open, { placement: 'P2' }),
    session('S3', open, { placement: 'P9' }),
  ];
  expect(codes(await submit(sent))).toEqual([
    'created',
    'created',
    'required',
    'created',
    'unknown-placement',
  ]);
});

test('records of one id are taken in the order sent', async () => {
  const sent = [placement('P1'), placement('P1', { sex: 'male' }), placement('P1', { sex: 'male' })];
  expect(codes(await submit(sent))).toEqual(['created', 'amended', 'unchanged']);
});

test("an id of another person's record is refused, the rest is stored", async () => {
  await submit([placement('P1')]);
  const sent = [placement('P1', { personRef: 'SU-2' }), placement('P2', { personRef: 'SU-2' })];
  expect(codes(await submit(sent))).toEqual(['id-in-use', 'created']);
});

test('validate says what would happen and writes nothing', async () => {
  expect(
    codes(await submit([placement('P1'), session('S1', '2020-01-01T10:00:00Z')], { mode: 'validate' })),
  ).toEqual(['created', 'before-placement']);
  expect(await readRecord(table, provider, 'placement', 'P1')).toBeUndefined();
});

test('atomic: all writes nothing unless all are valid, and says which ones were', async () => {
  const sent = [placement('P1'), session('S1', '2020-01-01T10:00:00Z')];
  expect(codes(await submit(sent, { atomic: 'all' }))).toEqual(['batch-refused', 'before-placement']);
  expect(await readRecord(table, provider, 'placement', 'P1')).toBeUndefined();
  expect(codes(await submit(sent.slice(0, 1), { atomic: 'all' }))).toEqual(['created']);
});

test('every problem is told at once, those with registers and placements too', async () => {
  await submit([placement('P1')]);
  const wrong = session('S1', '2026-01-06T10:00:00Z', {
    kind: 'chat',
    commissioner: 'nowhere',
    placement: 'P9',
  });
  const [result] = await submit([wrong]);
  expect(codes([result!])[0]?.split(',').sort()).toEqual(
    ['not-allowed', 'not-this-persons', 'unknown-commissioner', 'unknown-placement'].sort(),
  );
});

test('a record that names a commissioner names one of its person', async () => {
  await submit([placement('P1')]);
  expect(
    codes(await submit([session('S1', '2026-01-06T10:00:00Z', { commissioner: 'northshire' })])),
  ).toEqual(['created']);
});

test('of one id for two people the first has it, in what is sent together, rehearsed or not', async () => {
  const sent = [placement('P1'), placement('P1', { personRef: 'SU-2' }), placement('P1', { sex: 'male' })];
  const answer = ['created', 'id-in-use', 'amended'];
  expect(codes(await submit(sent, { mode: 'validate' }))).toEqual(answer);
  expect(codes(await submit(sent, { atomic: 'all' }))).toEqual([
    'batch-refused',
    'id-in-use',
    'batch-refused',
  ]);
  expect(await readRecord(table, provider, 'placement', 'P1')).toBeUndefined();
  expect(codes(await submit(sent))).toEqual(answer);
});

test('a placement sent under the id of another person does not count for what is sent along', async () => {
  await submit([placement('P1', { personRef: 'SU-9' }), placement('P2')]);
  const foreign = placement('P1', {
    referredOn: '2020-01-01',
    startsOn: '2020-01-02',
    plannedEndOn: '2020-03-01',
  });
  expect(codes(await submit([foreign, session('S1', '2020-02-01T10:00:00Z')]))).toEqual([
    'id-in-use',
    'before-placement',
  ]);
});
