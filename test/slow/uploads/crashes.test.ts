import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from '../../../shared/store/pack-files.ts';
import { readChanges } from '../../../shared/store/read-records.ts';
import { errorsFile } from '../../../shared/store/upload-files.ts';
import type { Upload } from '../../../shared/store/uploads.ts';
import { crashingBefore } from '../../support/interrupt.ts';
import { anUploading, type TestUploading } from '../../support/uploading.ts';

/** Slices of ten rows, noted down every four, cut off at every call of the table and of the bucket. */

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

/** A view of a bucket that fails from a certain call on. */
function bucketCrashingBefore(at: number) {
  let calls = 0;
  const send = (command: unknown): Promise<unknown> => {
    calls += 1;
    if (calls >= at) throw new Error('crashed');
    return (t.bucket.client.send as unknown as (command: unknown) => Promise<unknown>)(command);
  };
  const client = { send } as unknown as typeof t.bucket.client;
  return { bucket: { client, name: t.bucket.name }, calls: () => calls };
}

async function crashAndGoOn(over: Partial<TestUploading['uploading']>) {
  const upload = await t.send(opening, lapses);
  for (let key = t.messages.shift(); key !== undefined; key = t.messages.shift())
    if (!(await t.process(key, over))) {
      t.messages.unshift(key);
      break;
    }
  await t.workThrough();
  await expectAllIn(upload);
}

test('wherever a crash falls between writes of the table, the next try ends with the same records, counts and errors', async () => {
  const counting = crashingBefore(t.table, Infinity);
  await t.send(opening, lapses);
  await t.workThrough({ table: counting.table });
  const calls = counting.calls();
  expect(calls).toBeGreaterThan(80);
  for (let at = 1; at <= calls; at += 1) await crashAndGoOn({ table: crashingBefore(t.table, at).table });
  console.log(
    `A crash before each of the ${calls} calls of an upload to the table: 20 of 20 rows once, each time.`,
  );
}, 400_000);

test('and wherever it falls between calls of the bucket', async () => {
  const counting = bucketCrashingBefore(Infinity);
  await t.send(opening, lapses);
  await t.workThrough({ bucket: counting.bucket });
  const calls = counting.calls();
  expect(calls).toBeGreaterThan(20);
  for (let at = 1; at <= calls; at += 1) await crashAndGoOn({ bucket: bucketCrashingBefore(at).bucket });
  console.log(`A crash before each of its ${calls} calls to the bucket: the same, each time.`);
}, 200_000);
