import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../shared/platform/errors.ts';
import { putBlock, readBlock, readBlocks, withdrawBlock } from '../../shared/store/blocks.ts';
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

test('a withdrawn block keeps its terms, is in no list, and is brought back as its next version', async () => {
  await put({ id: 'B-6' });
  const later = { ...change, client: 'd', now: () => new Date('2026-01-03T09:00:00Z') };
  expect(await withdrawBlock(table, 'B-6', later)).toEqual({ version: 2 });
  expect(await withdrawBlock(table, 'B-6', change)).toEqual({ version: 2 });
  expect(await withdrawBlock(table, 'B-absent', change)).toBe('absent');
  const withdrawn = { version: 2, client: 'd', recordedAt: '2026-01-03T09:00:00.000Z', withdrawn: true };
  expect(await readBlock(table, 'B-6')).toMatchObject({ ...aBlock({ id: 'B-6' }), ...withdrawn });
  for (const blocks of [await readBlocks(table), await readBlocks(table, 'northshire')])
    expect(blocks.map(({ id }) => id)).not.toContain('B-6');
  expect(await put({ id: 'B-6' })).toEqual({ outcome: 'created', version: 3 });
  expect(await readBlock(table, 'B-6')).not.toHaveProperty('withdrawn');
  expect((await readBlocks(table)).map(({ id }) => id)).toContain('B-6');
});

test('who amends and who withdraws a block at once both win, one after the other', async () => {
  await put({ id: 'B-7' });
  const withdraw = (of = table) => withdrawBlock(of, 'B-7', change);
  const amended = pausedBefore(table, 2, () => put({ id: 'B-7', weeks: 40 })).table;
  expect(await withdraw(amended)).toEqual({ version: 3 });
  expect(await readBlock(table, 'B-7')).toMatchObject({ withdrawn: true, data: { weeks: 40 } });
  await put({ id: 'B-7' });
  expect(await put({ id: 'B-7', weeks: 50 }, {}, pausedBefore(table, 2, () => withdraw()).table)).toEqual({
    outcome: 'created',
    version: 6,
  });
});
