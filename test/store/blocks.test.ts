import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../shared/platform/errors.ts';
import { putBlock, readBlock, readBlocks } from '../../shared/store/blocks.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { aBlock } from '../support/finance.ts';
import { pausedBefore } from '../support/interrupt.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const change = { client: 'c', now: () => new Date('2026-01-02T09:00:00Z'), admit: () => undefined };
const put = (terms: Parameters<typeof aBlock>[0], more: object = {}, of = table) =>
  putBlock(of, aBlock(terms), { ...change, ...more });

test('blocks are read by id, one, all or those of a commissioner', async () => {
  await put({ id: 'B-2' });
  await put({ id: 'B-1', commissioner: 'eastshire' });
  const blocks = await readBlocks(table);
  expect(blocks.map(({ id }) => id)).toEqual(['B-1', 'B-2']);
  expect(await readBlocks(table, 'northshire')).toEqual([blocks[1]]);
  expect(await readBlock(table, 'B-2')).toEqual(blocks[1]);
  expect(blocks[1]).toMatchObject({ ...aBlock({ id: 'B-2' }), version: 1, client: 'c' });
  expect(await readBlock(table, 'B-3')).toBeUndefined();
});

test('who states a version loses against another, who states none looks again', async () => {
  await put({ id: 'B-4' });
  const other = () => put({ id: 'B-4', weeks: 40 });
  const stated = put({ id: 'B-4', weeks: 50 }, { ifVersion: 1 }, pausedBefore(table, 2, other).table);
  await expect(stated).rejects.toMatchObject({ status: 412, code: 'version-conflict' });
  const again = pausedBefore(table, 2, () => put({ id: 'B-4', weeks: 60 })).table;
  expect(await put({ id: 'B-4', weeks: 70 }, {}, again)).toEqual({ outcome: 'amended', version: 4 });
  expect((await readBlock(table, 'B-4'))?.data.weeks).toBe(70);
});

test('what must not be replaced is asked about with what is there when it is written', async () => {
  const admit = (current: unknown) => {
    if (current !== undefined) throw new AppError(409, 'id-in-use', 'taken');
  };
  const other = () => put({ id: 'B-5' });
  const slow = put({ id: 'B-5', weeks: 50 }, { admit }, pausedBefore(table, 2, other).table);
  await expect(slow).rejects.toMatchObject({ code: 'id-in-use' });
  expect((await readBlock(table, 'B-5'))?.data.weeks).toBe(36);
});
