import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { besideFolder } from '../../local/table/beside-folder.ts';
import { entriesOf, filesHolding } from '../local/table/held-in-folder.ts';
import { openRecords, type Row } from '../local/table/open-records.ts';

const fail = (error: unknown) => expect.unreachable(String(error));
const row = (ref: string): Row => ({ PK: `PERSON#${ref}`, SK: 'session#1', GSI1PK: `BY#${ref}` });
const rowsNamed = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => row(`${name}-${String(i).padStart(5, '0')}.`));
const refOf = ({ PK }: Row) => PK.slice('PERSON#'.length);

let parent: string;
let folder: string;
let marker: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'compact-'));
  folder = join(parent, 'table');
  marker = besideFolder(folder).marker;
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** How often the folder has been rewritten since: every time it is another one. */
function countRewrites(): () => number {
  let last = statSync(folder).ino;
  let count = 0;
  const timer = setInterval(() => {
    const ino = statSync(folder, { throwIfNoEntry: false })?.ino ?? last;
    if (ino !== last) count += 1;
    last = ino;
  }, 1);
  return () => {
    clearInterval(timer);
    return count;
  };
}

const isForgotten = () => vi.waitFor(() => expect(existsSync(marker)).toBe(false), { timeout: 5_000 });

describe('what was deleted', () => {
  it('is in no byte of the folder once it is compacted, and its neighbours are whole', async () => {
    const rows = rowsNamed('ref', 2_000);
    const before = await openRecords(folder, fail);
    await before.put(rows);
    await before.close();
    const byPartition = new Map(rows.map((one) => [one.PK, one]));
    const byKey = (await entriesOf(folder))
      .filter(([key]) => key.startsWith('item-records~'))
      .map(([, value]) => byPartition.get((JSON.parse(value) as { PK: { S: string } }).PK.S));
    expect(byKey.length).toBe(rows.length);
    const erased = [0, 1, 999, 1_000, 1_998, 1_999].map((i) => byKey[i]!);
    const neighbours = [2, 998, 1_001, 1_997].map((i) => byKey[i]!);

    const records = await openRecords(folder, fail);
    await Promise.all(erased.map((one) => records.put([{ ...one, note: `noted of ${refOf(one)}` }])));
    for (const one of erased) expect(filesHolding(folder, refOf(one))).not.toEqual([]);
    await Promise.all(erased.map(records.remove));
    for (const one of erased) expect(filesHolding(folder, refOf(one))).not.toEqual([]);
    await records.compact();

    for (const one of erased) expect(filesHolding(folder, refOf(one))).toEqual([]);
    expect(existsSync(marker)).toBe(false);
    for (const one of erased)
      expect([await records.get(one), await records.inIndex(one)]).toEqual([undefined, []]);
    for (const one of neighbours)
      expect([await records.get(one), await records.inIndex(one)]).toEqual([one, [one]]);
    await records.close();

    const entries = await entriesOf(folder);
    const text = JSON.stringify(entries);
    for (const one of erased) expect(text).not.toContain(refOf(one));
    // An item and its entry in the index, for each row that is left; and the table itself.
    expect(entries.length).toBe((rows.length - erased.length) * 2 + 1);
    for (const one of erased) expect(filesHolding(folder, refOf(one))).toEqual([]);
  });

  it('is gone when the table is closed', async () => {
    const records = await openRecords(folder, fail);
    await records.put([row('closing-1'), row('closing-2')]);
    await records.remove(row('closing-1'));
    expect(existsSync(marker)).toBe(true);
    await records.close();
    expect([filesHolding(folder, 'closing-1'), existsSync(marker)]).toEqual([[], false]);
    expect(filesHolding(folder, 'closing-2')).not.toEqual([]);
  });

  it('is gone even where only its key was asked to be deleted', async () => {
    const records = await openRecords(folder, fail);
    await records.remove(row('never-was'));
    expect(filesHolding(folder, 'never-was')).not.toEqual([]);
    await records.compact();
    expect(filesHolding(folder, 'never-was')).toEqual([]);
    await records.close();
  });

  it('is gone even where an item only lost it, after the last rewrite', async () => {
    const note = 'erasure-of-somebody';
    const records = await openRecords(folder, fail);
    await records.put([{ ...row('erasure'), note }]);
    await records.compact();
    await records.put([row('erasure')]);
    expect(existsSync(marker)).toBe(true);
    expect(filesHolding(folder, note)).not.toEqual([]);
    await records.close();
    expect([filesHolding(folder, note), existsSync(marker)]).toEqual([[], false]);
  });

  it('is gone before the table is served again after a crash', async () => {
    const child = fork(new URL('../local/table/delete-and-die.ts', import.meta.url), [folder]);
    await once(child, 'exit');
    expect(existsSync(marker)).toBe(true);
    expect(filesHolding(folder, 'erased-of-crash')).not.toEqual([]);
    const records = await openRecords(folder, fail);
    expect([filesHolding(folder, 'erased-of-crash'), existsSync(marker)]).toEqual([[], false]);
    const kept = { PK: 'kept-of-crash', SK: '1', GSI1PK: 'kept-of-crash' };
    expect([await records.get(kept), await records.inIndex(kept)]).toEqual([kept, [kept]]);
    await records.close();
  });

  it('is gone soon by itself, in one rewrite for many deletions', async () => {
    const rows = rowsNamed('many', 300);
    const records = await openRecords(folder, fail);
    await records.put([...rows, row('stays')]);
    const rewrites = countRewrites();
    for (let i = 0; i < rows.length; i += 10) await Promise.all(rows.slice(i, i + 10).map(records.remove));
    expect(existsSync(marker)).toBe(true);
    await isForgotten();
    expect(filesHolding(folder, 'many-')).toEqual([]);
    await setTimeout(1_200);
    expect(rewrites()).toBe(1);
    expect(await records.get(row('stays'))).toEqual(row('stays'));
    await records.close();
  });
});

describe('a rewrite', () => {
  it('loses none of the requests under way and arriving', async () => {
    const records = await openRecords(folder, fail);
    const standing = rowsNamed('standing', 500);
    await records.put(standing);
    const rewrites = countRewrites();
    let isOver = false;
    const work = async (worker: number) => {
      let n = 0;
      for (; !isOver; n += 1) {
        const mine = row(`worker-${worker}-${n}`);
        await records.put([mine]);
        expect([await records.get(mine), await records.inIndex(mine)]).toEqual([mine, [mine]]);
        const other = standing[(n * 16 + worker) % standing.length]!;
        expect(await records.get(other)).toEqual(other);
        if (n % 2 === 0) await records.remove(mine);
        expect(await records.inIndex(mine)).toEqual(n % 2 === 0 ? [] : [mine]);
      }
      return n;
    };
    const working = Promise.all(Array.from({ length: 16 }, (_, worker) => work(worker)));
    for (let i = 0; i < 5; i += 1) {
      await Promise.all([records.compact(), records.compact()]);
      await setTimeout(50);
    }
    isOver = true;
    const done = await working;
    expect(rewrites()).toBeGreaterThanOrEqual(5);
    for (const [worker, count] of done.entries())
      for (let n = 0; n < count; n += 1) {
        const mine = row(`worker-${worker}-${n}`);
        expect(await records.get(mine)).toEqual(n % 2 === 0 ? undefined : mine);
      }
    await records.close();
  });

  it('waits also for the work of those who hung up', async () => {
    const records = await openRecords(folder, fail);
    const rows = rowsNamed('hung-up', 20);
    await records.put(rows);
    await Promise.all(
      rows.map(async ({ PK, SK }, i) => {
        const body = JSON.stringify({ TableName: 'records', Key: { PK: { S: PK }, SK: { S: SK } } });
        const sent = request(records.connection.endpoint, {
          method: 'POST',
          headers: {
            authorization: `AWS4-HMAC-SHA256 Credential=${records.connection.credentials.accessKeyId}/a, SignedHeaders=a, Signature=a`,
            'x-amz-date': '20261104T120000Z',
            'x-amz-target': 'DynamoDB_20120810.DeleteItem',
            'content-type': 'application/x-amz-json-1.0',
            'content-length': Buffer.byteLength(body),
          },
        }).on('error', () => undefined);
        if (i % 2 === 0) sent.end(body);
        else sent.write(body.slice(0, 20));
        await setTimeout(i / 2);
        sent.destroy();
        await records.compact();
      }),
    );
    const left = await Promise.all(rows.map(records.get));
    for (const [i, one] of rows.entries()) if (i % 2 === 1) expect(left[i]).toEqual(one);
    await records.compact();
    for (const [i, one] of rows.entries())
      if (left[i] === undefined) expect(filesHolding(folder, refOf(one))).toEqual([]);
    await records.close();
    const text = JSON.stringify(await entriesOf(folder));
    for (const [i, one] of rows.entries()) expect(text.includes(refOf(one))).toBe(left[i] !== undefined);
  });

  it('that fails leaves the table serving, and is tried again', async () => {
    const told: unknown[] = [];
    const records = await openRecords(folder, (error) => told.push(error));
    await records.put(rowsNamed('failing', 3));
    const [first, second, third] = rowsNamed('failing', 3);
    await records.remove(first!);
    // Without the folder's parent nothing can be written beside it; what is open in it still can.
    renameSync(parent, `${parent}-moved`);
    await vi.waitFor(() => expect(String(told)).toContain('ENOENT'), { timeout: 5_000 });
    await expect(records.compact()).rejects.toThrow('ENOENT');
    expect(await records.get(second!)).toEqual(second);
    await records.put([{ ...third!, note: 'written after' }]);
    renameSync(`${parent}-moved`, parent);

    expect(filesHolding(folder, refOf(first!))).not.toEqual([]);
    expect(existsSync(marker)).toBe(true);
    await records.remove(second!);
    await isForgotten();
    for (const one of [first!, second!]) expect(filesHolding(folder, refOf(one))).toEqual([]);
    expect(await records.get(third!)).toEqual({ ...third!, note: 'written after' });
    expect(told.length).toBe(1);
    await records.close();
  });

  it('that a crash broke off between its renames is ended by the next start', async () => {
    const before = await openRecords(folder, fail);
    await before.put(rowsNamed('kept', 2));
    await before.close();
    renameSync(folder, besideFolder(folder).next);
    const records = await openRecords(folder, fail);
    for (const one of rowsNamed('kept', 2)) expect(await records.get(one)).toEqual(one);
    await records.close();
  });

  it('that was asked for once the table is closed says so', async () => {
    const records = await openRecords(folder, fail);
    await records.close();
    await expect(records.compact()).rejects.toThrow('closed');
  });
});
