import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erasePerson } from '../../shared/privacy/erase-person.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { replayErasures } from '../../shared/privacy/replay-erasures.ts';
import { readBatches } from '../../shared/store/batches.ts';
import { scanPages, type Table } from '../../shared/store/dynamo.ts';
import { type ErasureEvent, parseErasureEvent } from '../../shared/store/erasure-ledger.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import type { Bucket } from '../../shared/store/pack-files.ts';
import { readRecord } from '../../shared/store/read-records.ts';
import type { Sent } from '../../shared/submission/check-records.ts';
import { finishBatches } from '../../shared/submission/finish-batches.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { crashingBefore, pausedBefore } from '../support/interrupt.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

/**
 * A batch that is taken in as a whole, cut off before each of its calls to the table: nothing of it is there, or all
 * of it once it is sent again or the sweep came by. And an erasure of one of its people at each of these moments.
 */

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const ledger: ErasureEvent[] = [];
const objects = {
  send: ({ input }: { input: { Body: Uint8Array } }) => {
    ledger.push(parseErasureEvent(input.Body));
    return Promise.resolve({});
  },
} as unknown as Bucket['client'];
const bucket = { client: objects, name: 'packs' };

let clock = Date.parse('2026-02-01T09:00:00Z');
const now = () => new Date((clock += 1));
let scenes = 0;

/** A provider of its own with a batch: two people, one of whom has a placement already. */
async function aScene() {
  const number = (scenes += 1);
  const provider = `p${number}`;
  const [first, second] = [`SU-${number}-1`, `SU-${number}-2`];
  const sent: Sent[] = [
    { type: 'placement', id: 'P-1', value: aSentPlacement(first, { sex: 'male' }) },
    { type: 'session', id: 'S-1', value: aSentSession(first) },
    { type: 'placement', id: 'P-2', value: aSentPlacement(second) },
    { type: 'session', id: 'S-2', value: aSentSession(second) },
    { type: 'session', id: 'S-2', value: aSentSession(second, { attendance: 'did-not-attend' }) },
  ];
  const submit = (of: Table, batch: readonly Sent[] = sent, whole = true) =>
    submitRecords(
      {
        table: of,
        isCommissioner: () => Promise.resolve(true),
        erasures: erasureGuard(of, testTagOf, provider),
        change: { provider, client: 'c', now },
        mode: 'commit',
        ...(whole && { whole: { batchId: `b${clock}`, content: 'hash' } }),
      },
      batch,
    );
  await submit(table, [{ type: 'placement', id: 'P-1', value: aSentPlacement(first) }], false);
  const versions = async () => {
    const of = async (type: string, id: string) =>
      (await readRecord(table, provider, type, id))?.version ?? 0;
    return [
      await of('placement', 'P-1'),
      await of('session', 'S-1'),
      await of('placement', 'P-2'),
      await of('session', 'S-2'),
    ];
  };
  return {
    number,
    send: (of = table) => submit(of),
    sweep: () => finishBatches({ table, tagOf: testTagOf, now }, [provider], 0),
    erase: () =>
      erasePerson(
        { table, bucket, tagOf: testTagOf, now },
        { provider, personRef: first },
        { clientId: 'c', sub: 's' },
      ),
    versions,
    checkForgotten: async () =>
      expect(await readBatches(table, provider)).toEqual({ batches: [], parts: [] }),
  };
}

async function everyCall(): Promise<number[]> {
  const scene = await aScene();
  const watched = pausedBefore(table, 0, () => Promise.resolve());
  await scene.send(watched.table);
  return Array.from({ length: watched.calls() }, (_, i) => i + 1);
}

const before = [1, 0, 0, 0];

async function checkNobodyLeft(numbers: readonly number[]): Promise<void> {
  const gone = new Set(numbers.map((number) => `SU-${number}-1`));
  for await (const items of scanPages(table))
    for (const item of items)
      for (const [ref] of JSON.stringify(item).matchAll(/SU-\d+-1(?!\d)/g)) expect(gone).not.toContain(ref);
}

describe('cut off before each of its calls, a batch', () => {
  test('is stored by a resend, once', async () => {
    await inParallel(8, await everyCall(), async (at) => {
      const scene = await aScene();
      await scene.send(crashingBefore(table, at).table).catch(() => undefined);
      const answer = await scene.send();
      expect(answer.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
      expect((await scene.versions()).slice(0, 3)).toEqual([2, 1, 1]);
      // Of two versions of one id sent together the second holds, however often the first was written again.
      expect((await scene.versions())[3]).toBeGreaterThan(1);
      expect(await scene.sweep()).toMatchObject({ batches: 0 });
      await scene.checkForgotten();
    });
  });

  test('is stored by the sweep or not at all', async () => {
    const seen = await inParallel(8, await everyCall(), async (at) => {
      const scene = await aScene();
      await scene.send(crashingBefore(table, at).table).catch(() => undefined);
      const left = await scene.versions();
      const { batches } = await scene.sweep();
      const versions = await scene.versions();
      await scene.checkForgotten();
      if (batches === 0 && JSON.stringify(left) === JSON.stringify(before)) {
        expect(versions).toEqual(before);
        return 'nothing';
      }
      expect(versions.slice(0, 3)).toEqual([2, 1, 1]);
      expect(versions[3]).toBeGreaterThan(0);
      return batches === 0 ? 'all' : 'finished';
    });
    expect(new Set(seen)).toEqual(new Set(['nothing', 'finished', 'all']));
    console.log(
      `A crash before each of the ${seen.length} calls of a batch that is sent as a whole: all of it or nothing, ${seen.length} of ${seen.length} times.`,
    );
  });

  test('keeps nothing of somebody who is erased then, whether it is swept, sent again or left', async () => {
    const calls = await everyCall();
    const cut = (goOn: 'sweep' | 'send') =>
      inParallel(8, calls, async (at) => {
        const scene = await aScene();
        await scene.send(crashingBefore(table, at, () => scene.erase()).table).catch(() => undefined);
        for (const act of goOn === 'send' ? (['send', 'sweep'] as const) : (['sweep', 'send'] as const))
          await scene[act]();
        // What was begun is finished for the other; what was not is refused as a whole.
        const [, , ofOther] = await scene.versions();
        expect([0, 1]).toContain(ofOther);
        await scene.checkForgotten();
        return scene.number;
      });
    await checkNobodyLeft(await cut('send'));
    await checkNobodyLeft(await cut('sweep'));
  });

  test('holds nobody any more whom a replay of the ledger removes', async () => {
    const numbers = await inParallel(8, await everyCall(), async (at) => {
      const scene = await aScene();
      await scene.send(crashingBefore(table, at, () => scene.erase()).table).catch(() => undefined);
      return scene.number;
    });
    await replayErasures(table, testTagOf, ledger);
    await checkNobodyLeft(numbers);
  });
});

test('held up before each of its calls by an erasure, it stores nothing of the erased', async () => {
  const numbers = await inParallel(8, await everyCall(), async (at) => {
    const scene = await aScene();
    await scene.send(pausedBefore(table, at, () => scene.erase()).table);
    await scene.checkForgotten();
    return scene.number;
  });
  await checkNobodyLeft(numbers);
});
