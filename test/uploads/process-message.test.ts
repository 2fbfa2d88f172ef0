import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile } from '../../shared/store/pack-files.ts';
import { readChanges, readRecord } from '../../shared/store/read-records.ts';
import { errorsFile, findFile, uploadedFile } from '../../shared/store/upload-files.ts';
import type { Upload } from '../../shared/store/uploads.ts';
import { crashingBefore, pausedBefore } from '../support/interrupt.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { anUploading, type TestUploading } from '../support/uploading.ts';

/** Slices of ten rows, noted down every four. */

let t: TestUploading;
beforeAll(async () => (t = await anUploading()));
afterAll(() => t.stop());

const HEADER = 'id,personRef,openedOn,source,substance,outcome';
const lapse = (i: number) =>
  `L-${i},SU-${i % 7},2026-10-0${(i % 9) + 1},${i % 5 === 0 ? 'nobody' : 'test'},alcohol,open`;
/** Twenty-five rows, of which every fifth is wrong. */
const lapses = [HEADER, ...Array.from({ length: 25 }, (_, i) => lapse(i))].join('\n');
const opening = { format: 'csv', type: 'lapse' } as const;

const errorsIn = async (upload: Upload) =>
  Buffer.from(await readFile(t.bucket, errorsFile(upload)))
    .toString('utf8')
    .trim()
    .split('\r\n')
    .slice(1);
const wrongRows = [2, 7, 12, 17, 22].map((row) => `lapses,${row},source,not-allowed`);
const firstFour = (line: string) => line.split(',').slice(0, 4).join();

async function expectAllIn(upload: Upload) {
  const { state, sum } = await t.stateOf(upload);
  expect([state, sum]).toEqual(['done', { created: 20, amended: 0, unchanged: 0, rejected: 5 }]);
  const { records } = await readChanges(t.table, upload.provider, 'lapse', {});
  expect(records.map(({ id }) => id).sort()).toEqual(
    Array.from({ length: 25 }, (_, i) => i)
      .filter((i) => i % 5 !== 0)
      .map((i) => `L-${i}`)
      .sort(),
  );
  expect(new Set(records.map(({ version }) => version))).toEqual(new Set([1]));
  expect((await errorsIn(upload)).map(firstFour)).toEqual(wrongRows);
}

test('an upload is cut into slices that are worked on one by one', async () => {
  const upload = await t.send(opening, lapses);
  await t.process(t.messages.shift()!);
  expect(t.messages.map((key) => key.slice(-12))).toEqual(['2-00001.json', '2-00002.json', '2-00003.json']);
  await t.workThrough();
  await expectAllIn(upload);
});

test('every message may come twice, in any order', async () => {
  const upload = await t.send(opening, lapses);
  const seen: string[] = [];
  for (let key = t.messages.shift(); key !== undefined; key = t.messages.pop()) {
    seen.push(key);
    await t.process(key);
    await t.process(key);
  }
  for (const key of seen) await t.process(key);
  expect(t.messages).toEqual([]);
  await expectAllIn(upload);
});

test('a crash in the middle of rows loses none of them and counts none twice', async () => {
  const upload = await t.send(opening, lapses);
  await t.process(t.messages.shift()!);
  const [first] = t.messages;
  // Some of the first four rows are stored by then.
  expect(await t.process(first!, { table: crashingBefore(t.table, 20).table })).toBe(false);
  expect((await readChanges(t.table, upload.provider, 'lapse', {})).records.length).toBeGreaterThan(0);
  await t.workThrough();
  await expectAllIn(upload);
});

describe('placements of a file of all kinds', () => {
  const lines = [
    ...Array.from({ length: 12 }, (_, i) => ({
      type: 'session',
      id: `S-${i}`,
      ...aSentSession('SU-1', { startsAt: `2026-01-${10 + i}T10:00:00Z` }),
    })),
    { type: 'session', id: 'S-early', ...aSentSession('SU-1', { startsAt: '2025-12-31T10:00:00Z' }) },
    ...Array.from({ length: 12 }, (_, i) => ({
      type: 'session',
      id: `T-${i}`,
      ...aSentSession('SU-2', { startsAt: `2026-01-${10 + i}T10:00:00Z` }),
    })),
    { type: 'placement', id: 'P-1', ...aSentPlacement('SU-1') },
    {
      type: 'placement',
      id: 'P-2',
      ...aSentPlacement('SU-2', { referredOn: '2026-01-12', startsOn: '2026-01-12' }),
    },
    { type: 'placement', id: 'P-3', ...aSentPlacement('SU-2', { goal: 'none' }) },
  ];
  const ndjson = lines.map((line) => JSON.stringify(line)).join('\n');

  test.each(['commit', 'validate'] as const)('count for records slices before them: %s', async (mode) => {
    const upload = await t.send({ format: 'ndjson', mode }, ndjson);
    await t.workThrough();
    const { state, sum } = await t.stateOf(upload);
    expect([state, sum]).toEqual(['done', { created: 24, amended: 0, unchanged: 0, rejected: 4 }]);
    expect((await errorsIn(upload)).map(firstFour)).toEqual([
      'sessions,13,startsAt,before-placement',
      'sessions,14,startsAt,before-placement',
      'sessions,15,startsAt,before-placement',
      'placements,28,goal,not-allowed',
    ]);
    const stored = await readRecord(t.table, upload.provider, 'session', 'S-0');
    expect(stored === undefined).toBe(mode === 'validate');
  });
});

describe('what fails on our side', () => {
  const failing = { isCommissioner: () => Promise.reject(new Error('SU-1 was here')) };
  const ndjson = JSON.stringify({ type: 'placement', id: 'P-1', ...aSentPlacement('SU-1') });

  test('is tried again, then told without what was sent, and goes on from there when it is replayed', async () => {
    const upload = await t.send({ format: 'ndjson' }, ndjson);
    await t.process(t.messages.shift()!);
    const [key] = t.messages.splice(0);
    expect(await t.process(key!, failing)).toBe(false);
    expect((await t.stateOf(upload)).state).toBe('reading');
    expect(await t.process(key!, failing, true)).toBe(false);
    const failed = await t.stateOf(upload);
    expect(failed).toMatchObject({ state: 'failed', failure: { name: 'Error' } });
    expect(JSON.stringify(failed)).not.toContain('SU-1');

    await t.put(`work/${upload.provider}/${upload.id}/again.json`, '{}');
    await t.workThrough();
    expect(await t.stateOf(upload)).toMatchObject({ state: 'done', sum: { created: 1 } });
  });

  test('is not the file that was sent over the one being read: none of it is read', async () => {
    const upload = await t.send(opening, lapses);
    await t.process(t.messages.shift()!);
    const slices = t.messages.splice(0);
    await t.put(uploadedFile(upload), lapses.replaceAll('SU-', 'XX-'));
    expect(await t.process(slices[0]!)).toBe(true);
    expect(await t.stateOf(upload)).toMatchObject({
      state: 'failed',
      failure: { name: 'PreconditionFailed' },
      sum: { created: 0 },
    });
    t.messages.splice(0);
  });
});

test('an id that an earlier row of a CSV has with other content is refused, wherever a crash was', async () => {
  const row = (i: number, outcome: string) => `L-${i},SU-1,2026-10-05,test,alcohol,${outcome}`;
  // Rows 2 to 7, of which 6 is row 2 again and 7 is another of its id; notes are made after row 5.
  const csv = [HEADER, ...[0, 1, 2, 3, 0].map((i) => row(i, 'open')), row(0, 'left')].join('\n');
  const upload = await t.send(opening, csv);
  await t.process(t.messages.shift()!);
  await t.process(t.messages[0]!, { table: crashingBefore(t.table, 40).table });
  await t.workThrough();
  const { state, sum } = await t.stateOf(upload);
  expect([state, sum.rejected]).toEqual(['done', 1]);
  expect((await errorsIn(upload)).map(firstFour)).toEqual(['lapses,7,id,repeated-id']);
  expect((await readRecord(t.table, upload.provider, 'lapse', 'L-0'))!.version).toBe(1);
});

describe('of two files that were sent with one form, the one that is planned first counts', () => {
  /** Plans the first file; just before it is written down how, the second one is sent and planned. */
  async function planBoth(first: string, second: string) {
    const upload = await t.send(opening, first);
    const meanwhile = async () => {
      await t.put(uploadedFile(upload), second);
      await t.process(t.messages.pop()!);
    };
    await t.process(t.messages.pop()!, { table: pausedBefore(t.table, 2, meanwhile).table });
    return upload;
  }

  test('where the other is refused, which removes nothing', async () => {
    const upload = await planBoth('no columns', lapses);
    expect((await t.stateOf(upload)).state).toBe('reading');
    expect(await findFile(t.bucket, uploadedFile(upload))).toBeDefined();
    await t.workThrough();
    await expectAllIn(upload);
  });

  test('where it was refused', async () => {
    const upload = await planBoth(lapses, 'no columns');
    expect((await t.stateOf(upload)).state).toBe('refused');
    expect(t.messages.splice(0)).toEqual([]);
  });

  test('and where both are the same, it is read once', async () => {
    const upload = await planBoth(lapses, lapses);
    await t.workThrough();
    await expectAllIn(upload);
  });
});

test('what is no file of an upload is passed over', async () => {
  expect(await t.process('files/p/absent')).toBe(true);
  expect(await t.process('errors/p/u/errors.csv')).toBe(true);
});
