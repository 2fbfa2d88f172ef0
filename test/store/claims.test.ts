import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  claimsInMonth,
  claimsOfCommissioner,
  putClaim,
  readClaim,
  withdrawClaim,
} from '../../shared/store/claims.ts';
import { readClaimed, removeFromClaims } from '../../shared/store/claimed-placements.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { aClaim } from '../support/finance.ts';
import { pausedBefore } from '../support/interrupt.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const change = { client: 'c', now: () => new Date('2026-02-03T09:00:00Z'), admit: () => undefined };
const put = (...[lines, fields]: Parameters<typeof aClaim>) =>
  putClaim(table, aClaim(lines, fields), { ...change });
const ids = (claims: readonly { id: string }[]) => claims.map(({ id }) => id);

test('the claims on a commissioner are read by month, up to and including one', async () => {
  for (const [id, month] of [
    ['M-3', '2026-03'],
    ['M-2', '2026-02'],
    ['Z-1', '2026-01'],
    ['M-1', '2026-01'],
    ['M-0', '2025-12'],
  ] as const)
    await put([['P-1', 1, 27_900]], { id, month, commissioner: 'eastshire' });
  await put([['P-1', 1, 27_900]], { id: 'elsewhere', month: '2026-01', commissioner: 'westshire' });
  expect(ids(await claimsOfCommissioner(table, 'eastshire'))).toEqual(['M-0', 'M-1', 'Z-1', 'M-2', 'M-3']);
  expect(ids(await claimsOfCommissioner(table, 'eastshire', '2026-01'))).toEqual(['M-0', 'M-1', 'Z-1']);
  expect(ids(await claimsInMonth(table, { commissioner: 'eastshire' }, '2026-01'))).toEqual(['M-1', 'Z-1']);
  expect(ids(await claimsInMonth(table, { provider: 'janus' }, '2026-01'))).toEqual([
    'M-1',
    'Z-1',
    'elsewhere',
  ]);
});

test('versions are one apart and later than one another, whatever the clock does', async () => {
  const claim = (weeks: number) => put([['P-1', weeks, 27_900]], { id: 'V-1' });
  expect([await claim(1), await claim(1), await claim(2)]).toEqual([
    { outcome: 'created', version: 1 },
    { outcome: 'unchanged', version: 1 },
    { outcome: 'amended', version: 2 },
  ]);
  expect(await readClaim(table, 'V-1')).toMatchObject({
    client: 'c',
    recordedAt: '2026-02-03T09:00:00.001Z',
  });
});

test('those who amend a claim at once each win once', async () => {
  const outcomes = await inParallel(8, [1, 2, 3, 4, 5, 6, 7, 8], (weeks) =>
    put([['P-1', weeks, 27_900]], { id: 'R-1' }),
  );
  expect(outcomes.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a withdrawn claim keeps its lines, is in no list, and is brought back as its next version', async () => {
  const fields = { id: 'W-1', month: '2026-06', commissioner: 'southshire' };
  const listed = async () => [
    ids(await claimsOfCommissioner(table, 'southshire')),
    ids(await claimsInMonth(table, { commissioner: 'southshire' }, '2026-06')),
    ids(await claimsInMonth(table, { provider: 'janus' }, '2026-06')),
  ];
  await put([['P-5', 1, 27_900]], fields);
  expect(await withdrawClaim(table, 'W-1', { ...change, client: 'd' })).toEqual({ version: 2 });
  expect(await readClaim(table, 'W-1')).toMatchObject({
    ...{ version: 2, client: 'd', recordedAt: '2026-02-03T09:00:00.001Z', withdrawn: true },
    data: { lines: [{ placement: 'P-5' }] },
  });
  expect(await listed()).toEqual([[], [], []]);
  // Rewritten without the placement, it is as withdrawn as before.
  await removeFromClaims(table, 'janus', await readClaimed(table, 'janus', ['P-5']));
  expect(await readClaim(table, 'W-1')).toMatchObject({
    ...{ version: 3, client: 'd', withdrawn: true },
    data: { lines: [{ placement: 'erased-1' }] },
  });
  expect(await listed()).toEqual([[], [], []]);
  expect(await put([['erased-1', 1, 27_900]], fields)).toEqual({ outcome: 'created', version: 4 });
  expect(await listed()).toEqual([['W-1'], ['W-1'], ['W-1']]);
});

test.each([
  ['taken out of a claim', 'withdrawn'],
  ['withdrawn', 'taken out of a claim'],
])('a placement is in no withdrawn claim: %s, and before each call of that %s', async (slowly) => {
  const takeOut = async (of = table) =>
    removeFromClaims(of, 'janus', await readClaimed(of, 'janus', ['P-6']));
  for (let at = 1; at <= 8; at += 1) {
    const id = `${slowly.length}-X-${at}`;
    await put([['P-6', 1, 27_900]], { id });
    const withdraw = (of = table) => withdrawClaim(of, id, change);
    const [slow, quick] = slowly === 'withdrawn' ? [withdraw, takeOut] : [takeOut, withdraw];
    await slow(pausedBefore(table, at, () => quick()).table);
    // Where the other was never held up.
    await quick();
    expect(await readClaim(table, id)).toMatchObject({
      ...{ version: 3, withdrawn: true },
      data: { lines: [{ placement: 'erased-1' }] },
    });
    expect(await readClaimed(table, 'janus', ['P-6'])).toEqual([]);
  }
});

test('a placement is taken out of every claim that names it, whatever is amended meanwhile', async () => {
  const lines = [
    ['P-7', 2, 27_900],
    ['P-8', 1, 27_900],
  ] as const;
  const takeOut = async (of: Table, alsoIn: readonly string[] = []) =>
    removeFromClaims(of, 'janus', await readClaimed(of, 'janus', ['P-8'], alsoIn));
  for (let at = 1; at <= 12; at += 1) {
    const id = `T-${at}`;
    await put(lines, { id });
    const before = await readClaim(table, id);
    const amended = () => put(lines, { id, invoiceRef: 'INV-1' });
    await takeOut(pausedBefore(table, at, amended).table);
    // As whoever amended looks again, into the claim itself.
    await takeOut(table, [id]);
    const after = await readClaim(table, id);
    expect(after?.data).toMatchObject({
      lines: [
        { placement: 'P-7', weeks: 2, ratePence: 27_900 },
        { placement: 'erased-1', weeks: 1, ratePence: 27_900 },
      ],
      totalPence: 83_700,
    });
    expect(after?.version).toBeGreaterThan(before?.version ?? 0);
    expect(await readClaimed(table, 'janus', ['P-8'])).toEqual([]);
  }
});

test('who sent a claim and when stays when a placement is taken out, and sent again it is unchanged', async () => {
  await put([['P-9', 1, 27_900]], { id: 'K-1' });
  const before = await readClaim(table, 'K-1');
  await removeFromClaims(table, 'janus', [{ placement: 'P-9', claimId: 'K-1' }]);
  const { recordedAt, client } = before!;
  expect(await readClaim(table, 'K-1')).toMatchObject({ version: 2, recordedAt, client });
  expect(await put([['erased-1', 1, 27_900]], { id: 'K-1' })).toEqual({ outcome: 'unchanged', version: 2 });
});
