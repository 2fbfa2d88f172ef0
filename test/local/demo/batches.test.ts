import { expect, test } from 'vitest';
import type { BatchAnswer, SentRecord } from '../../../local/api-client.ts';
import { batchesOf, submitInBatches } from '../../../local/demo/batches.ts';

const reflections = (count: number): SentRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'reflection',
    id: `r${1000 + index}`,
    workerRef: 'W1',
    reflectedOn: '2026-10-01',
    culture: 3,
    stance: 3,
    clientWork: 3,
    boundaries: 3,
    mythology: 3,
    selfReflection: 3,
  }));

test('cuts at the number of records, in order', () => {
  const batches = batchesOf(reflections(5), 2, 1_000_000);
  expect(batches.map((batch) => batch.map(({ id }) => id))).toEqual([
    ['r1000', 'r1001'],
    ['r1002', 'r1003'],
    ['r1004'],
  ]);
});

test('cuts before a batch gets too many bytes, and sends alone what is too large by itself', () => {
  const records = reflections(3);
  const bytes = JSON.stringify(records[0]).length + 1;
  expect(batchesOf(records, 100, bytes * 2).map((batch) => batch.length)).toEqual([2, 1]);
  expect(batchesOf(records, 100, bytes * 2 - 1).map((batch) => batch.length)).toEqual([1, 1, 1]);
  expect(batchesOf(records, 100, 1).map((batch) => batch.length)).toEqual([1, 1, 1]);
});

test('makes no batch of nothing', () => {
  expect(batchesOf([])).toEqual([]);
});

test('counts what was accepted and refused and tells the first refusal, reporting every batch', async () => {
  const advanced: number[] = [];
  const submitted = await submitInBatches(
    {
      submitBatch: (records): Promise<BatchAnswer> =>
        Promise.resolve({
          batchId: 'b',
          counts: {},
          results: records.map(({ type, id }) =>
            id === 'r1251'
              ? {
                  type,
                  id,
                  outcome: 'rejected',
                  errors: [{ field: 'reflectedOn', code: 'invalid-date', message: 'send a date' }],
                }
              : { type, id, outcome: 'created' },
          ),
        }),
    },
    reflections(600),
    (records) => advanced.push(records),
  );
  expect(submitted).toEqual({
    accepted: 599,
    refused: 1,
    firstRefusal: 'reflection r1251: reflectedOn invalid-date',
  });
  expect(advanced).toEqual([250, 250, 100]);
});
