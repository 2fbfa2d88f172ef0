import { expect, test } from 'vitest';
import { inParallel } from '../../shared/store/in-parallel.ts';

test('keeps the order of the items and never does more at once than asked', async () => {
  let busy = 0;
  let most = 0;
  const results = await inParallel(2, [30, 5, 20, 1, 10], async (milliseconds) => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((done) => setTimeout(done, milliseconds));
    busy -= 1;
    return milliseconds * 2;
  });
  expect(results).toEqual([60, 10, 40, 2, 20]);
  expect(most).toBe(2);
});

test('rejects with the first failure and begins nothing after it', async () => {
  const begun: number[] = [];
  const work = (item: number) => {
    begun.push(item);
    return item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item);
  };
  await expect(inParallel(1, [1, 2, 3, 4, 5], work)).rejects.toThrow('no');
  expect(begun).toEqual([1, 2]);
});

test('gives nothing for nothing', async () => {
  expect(await inParallel(3, [], () => Promise.resolve(1))).toEqual([]);
});
