import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { readBatches } from '../../shared/store/batches.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { contentHash } from '../../shared/store/record-item.ts';
import { readRecord } from '../../shared/store/read-records.ts';
import { readVersions } from '../../shared/store/read-versions.ts';
import type { Sent } from '../../shared/submission/check-records.ts';
import { finishBatches } from '../../shared/submission/finish-batches.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { withdraw } from '../../shared/submission/withdraw.ts';
import { crashingBefore, hooked } from '../support/interrupt.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let provider = 'p0';
let clock = Date.parse('2026-02-01T09:00:00Z');
const now = () => new Date((clock += 1));
beforeEach(() => (provider = `p${Number(provider.slice(1)) + 1}`));

const placement = (id: string, more: object = {}): Sent => ({
  type: 'placement',
  id,
  value: aSentPlacement('SU-1', more),
});
const session = (id: string, more: object = {}): Sent => ({
  type: 'session',
  id,
  value: aSentSession('SU-1', more),
});

const submit = (sent: readonly Sent[], { of = table, atomic = true } = {}) =>
  submitRecords(
    {
      table: of,
      isCommissioner: () => Promise.resolve(true),
      erasures: erasureGuard(of, testTagOf, provider),
      change: { provider, client: 'c', now },
      mode: 'commit',
      ...(atomic && { whole: { batchId: `b${clock}`, content: contentHash(sent) } }),
    },
    sent,
  );

/** Crashes when the batch is kept and so many of its records are to be written. */
const crashedAfter = async (records: number, sent: readonly Sent[]) => {
  let written = 0;
  const isRecord = (command: unknown) =>
    /^(placement|session)#/.test((command as { input: { Item?: { SK?: string } } }).input.Item?.SK ?? '');
  const crashing = hooked(table, (command) => {
    if (isRecord(command)) written += 1;
    return written > records ? Promise.reject(new Error('crashed')) : Promise.resolve();
  });
  await expect(submit(sent, { of: crashing })).rejects.toThrow('crashed');
};
const sweep = (longestMs = 0) => finishBatches({ table, tagOf: testTagOf, now }, [provider], longestMs);
const versionOf = async (type: string, id: string) =>
  (await readRecord(table, provider, type, id))?.version ?? 0;

test('what was accepted whole and cut short is stored by the sweep, in the name of its sender', async () => {
  await crashedAfter(1, [placement('P-1'), session('S-1'), session('S-2')]);
  expect(await versionOf('session', 'S-2')).toBe(0);
  expect(await sweep()).toEqual({ batches: 1, refused: 0 });
  expect(await versionOf('placement', 'P-1')).toBe(1);
  expect(await versionOf('session', 'S-2')).toBe(1);
  expect((await readRecord(table, provider, 'session', 'S-2'))?.client).toBe('c');
  expect(await readBatches(table, provider)).toEqual({ batches: [], parts: [] });
  expect(await sweep()).toEqual({ batches: 0, refused: 0 });
});

test('a resend stores it, too, and leaves nothing for the sweep', async () => {
  const sent = [placement('P-1'), session('S-1'), session('S-2')];
  await crashedAfter(1, sent);
  expect((await submit(sent)).map(({ outcome }) => outcome).sort()).toEqual([
    'created',
    'created',
    'unchanged',
  ]);
  expect(await sweep()).toEqual({ batches: 0, refused: 0 });
});

test('a batch that may still be worked on is left alone for a minute', async () => {
  await crashedAfter(0, [placement('P-1')]);
  clock += 58_000;
  expect(await sweep(60_000)).toEqual({ batches: 0, refused: 0 });
  clock += 2_000;
  expect(await sweep(60_000)).toEqual({ batches: 1, refused: 0 });
});

test('what was amended or withdrawn after it was accepted stays as it is', async () => {
  await submit([placement('P-1')], { atomic: false });
  await crashedAfter(0, [placement('P-1', { sex: 'male' }), session('S-1'), session('S-2')]);
  await submit([placement('P-1', { goal: 'reduction' })], { atomic: false });
  await submit([session('S-1')], { atomic: false });
  const erasures = erasureGuard(table, testTagOf, provider);
  const gone = { type: 'session', id: 'S-1', reason: 'entered-in-error' } as const;
  await withdraw({ table, erasures, change: { provider, client: 'c', now } }, gone);
  expect(await sweep()).toEqual({ batches: 1, refused: 0 });
  expect((await readRecord(table, provider, 'placement', 'P-1'))?.data).toMatchObject({
    goal: 'reduction',
    sex: 'female',
  });
  expect((await readRecord(table, provider, 'session', 'S-1'))?.withdrawn).toBe('entered-in-error');
  expect(await versionOf('session', 'S-2')).toBe(1);
});

test('of records of one id the last one holds, and none is stored twice', async () => {
  const sent = [placement('P-1'), placement('P-1', { sex: 'male' }), placement('P-1', { sex: 'other' })];
  await crashedAfter(2, sent);
  expect((await readRecord(table, provider, 'placement', 'P-1'))?.data['sex']).toBe('male');
  await sweep();
  expect(
    (await readVersions(table, provider, 'placement', 'P-1')).map(({ version, data }) => [
      version,
      data['sex'],
    ]),
  ).toEqual([
    [1, 'female'],
    [2, 'male'],
    [3, 'other'],
  ]);
});

test('an id that went to somebody else meanwhile stays theirs, the others are stored', async () => {
  await crashedAfter(0, [placement('P-1'), session('S-1')]);
  await submit([placement('P-1', { personRef: 'SU-2' })], { atomic: false });
  expect(await sweep()).toEqual({ batches: 1, refused: 0 });
  expect((await readRecord(table, provider, 'placement', 'P-1'))?.data['personRef']).toBe('SU-2');
  expect(await versionOf('session', 'S-1')).toBe(1);
});

test('what was kept of a batch that was never accepted is removed', async () => {
  const sent = [placement('P-1'), session('S-1')];
  const header = (command: unknown) =>
    (command as { input: { Item?: { state?: string } } }).input.Item?.state === 'applying';
  const crashing = hooked(table, (command) =>
    header(command) ? Promise.reject(new Error('crashed')) : Promise.resolve(),
  );
  await expect(submit(sent, { of: crashing })).rejects.toThrow('crashed');
  const { batches, parts } = await readBatches(table, provider);
  expect([batches.length, parts.length]).toEqual([0, 1]);
  await sweep(60_000);
  expect((await readBatches(table, provider)).parts).toHaveLength(1);
  await sweep();
  expect((await readBatches(table, provider)).parts).toEqual([]);
  expect(await versionOf('session', 'S-1')).toBe(0);
});

test('a batch of 500 KB is kept in parts of less than an item may have', async () => {
  const workers = Array.from({ length: 20 }, (_, i) => `W-${i}`.padEnd(64, 'x'));
  const sent = Array.from({ length: 320 }, (_, i) => session(`S-${i}`, { workers }));
  await crashedAfter(0, sent);
  expect((await readBatches(table, provider)).parts).toHaveLength(2);
  await sweep();
  expect(await versionOf('session', 'S-319')).toBe(1);
  expect(await readBatches(table, provider)).toEqual({ batches: [], parts: [] });
});

test('a sweep that is cut short is done again by the next', async () => {
  await crashedAfter(0, [placement('P-1')]);
  const first = provider;
  provider = `${provider}x`;
  await crashedAfter(0, [placement('P-1')]);
  const parts = { table: crashingBefore(table, 3).table, tagOf: testTagOf, now };
  await expect(finishBatches(parts, [first, provider], 0)).rejects.toThrow('crashed');
  expect(await sweep()).toEqual({ batches: 1, refused: 0 });
});
