import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler as computeOutcomes } from '../../functions/compute-outcomes/handler.ts';
import type { World } from '../../shared/platform/world.ts';
import { erasePerson } from '../../shared/privacy/erase-person.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { finishErasures } from '../../shared/privacy/finish-erasures.ts';
import { replayErasures } from '../../shared/privacy/replay-erasures.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { type ErasureEvent, parseErasureEvent } from '../../shared/store/erasure-ledger.ts';
import { readErasure } from '../../shared/store/erasures.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { readPacks } from '../../shared/store/packs.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { withdraw } from '../../shared/submission/withdraw.ts';
import { crashingBefore, pausedBefore } from '../support/interrupt.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testMacs, testTagOf } from '../support/tags.ts';

/**
 * Erasure, amendment, withdrawal and a month run against each other: each is held up before each of its calls to the
 * table while another runs from beginning to end, and each crashes there. Every scene has a commissioner and a
 * person of its own, whose reference says so.
 */

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const ledger: ErasureEvent[] = [];
const objects = {
  send: ({ input }: { input: { Key?: string; Body: Uint8Array } }) => {
    if (input.Key?.startsWith('erasures/')) ledger.push(parseErasureEvent(input.Body));
    return Promise.resolve({});
  },
} as unknown as World['objects'];
const bucket = { client: objects, name: 'packs' };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const MONTH = '2026-01';
const provider = 'janus';

let clock = Date.parse('2026-03-02T09:00:00Z');
const now = () => new Date((clock += 1));

let scenes = 0;

/** One person with a placement and a session, and their commissioner. */
async function aScene() {
  const number = (scenes += 1);
  const commissioner = `c${number}`;
  const personRef = `SU-${number}-x`;
  const at = new Date();
  await putEntry(table, 'providers', provider, { name: provider }, at);
  await putEntry(table, 'commissioners', commissioner, { name: commissioner }, at);

  const parts = (of: Table) => ({ table: of, bucket, tagOf: testTagOf, now });
  const submission = (of: Table) => ({
    table: of,
    isCommissioner: () => Promise.resolve(true),
    erasures: erasureGuard(of, testTagOf, provider),
    change: { provider, client: 'c', now },
    mode: 'commit' as const,
    atomic: 'none' as const,
  });
  const send = (of: Table, more: object = {}) =>
    submitRecords(submission(of), [
      {
        type: 'placement',
        id: `P-${number}-x`,
        value: aSentPlacement(personRef, { commissioner, referredOn: '2026-01-02', ...more }),
      },
      { type: 'session', id: `S-${number}-x`, value: aSentSession(personRef) },
    ]);
  await send(table);
  const revisions: number[] = [];

  const erasureOf = async () => readErasure(table, provider, await testTagOf({ provider, personRef }));

  return {
    number,
    erasureOf,
    erase: (of = table) => erasePerson(parts(of), { provider, personRef }, { clientId: 'c', sub: 's' }),
    amend: (of = table) => send(of, { plannedEndOn: '2026-06-30', sex: 'male' }),
    withdraw: (of = table) =>
      withdraw(submission(of), { type: 'placement', id: `P-${number}-x`, reason: 'entered-in-error' }),
    run: async (of = table) => {
      const computed = await computeOutcomes(
        { TABLE_NAME: of.name, PACKS_BUCKET: 'packs', TAG_KEY_ID: 'tag-key' },
        { table: of.client, objects, macs: testMacs, log, now },
      )({ runId: `r${number}`, month: MONTH, asAt: now().toISOString(), replay: false, commissioner });
      if (computed.status === 'computed') revisions.push(computed.revision);
    },
    sweep: () => finishErasures(parts(table), [provider], 0),
    /** The runs of this scene read this person whole or not at all, and the erasure knows of each that read them. */
    checkRuns: async () => {
      const erasure = await erasureOf();
      const packs = await readPacks(table, commissioner, MONTH);
      for (const { revision, records } of packs.filter((pack) => revisions.includes(pack.revision))) {
        const known = erasure?.touched.filter((pack) => pack.revision === revision) ?? [];
        expect([records, known.length > 0 ? 'known' : 'unknown']).toEqual(
          records === 0 ? [0, 'unknown'] : [2, 'known'],
        );
      }
    },
    checkErased: async () => {
      const erasure = await erasureOf();
      expect(erasure).toMatchObject({ state: 'erased' });
      expect(erasure).not.toHaveProperty('personRef');
    },
  };
}

/** No item holds a reference or an id of these scenes' people. */
async function checkNothingLeft(numbers: readonly number[]): Promise<void> {
  expect(numbers.length).toBeGreaterThan(2);
  const gone = new Set(numbers.map(String));
  const texts = (await everyItem()).map((item) => JSON.stringify(item));
  const left = texts.filter((text) =>
    [...text.matchAll(/\b(?:SU|P|S)-(\d+)-x/g)].some(([, number]) => gone.has(number!)),
  );
  expect(left).toEqual([]);
}

async function everyItem(): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

type Scene = Awaited<ReturnType<typeof aScene>>;
type Act = (scene: Scene, of?: Table) => Promise<unknown>;

const erase: Act = (scene, of) => scene.erase(of);
const amend: Act = (scene, of) => scene.amend(of);
const withdrawn: Act = (scene, of) => scene.withdraw(of);
const run: Act = (scene, of) => scene.run(of);

/** How many calls an act makes when nothing comes between. */
async function callsOf(act: Act): Promise<number> {
  const scene = await aScene();
  const watched = pausedBefore(table, 0, () => Promise.resolve());
  await act(scene, watched.table);
  return watched.calls();
}

const everyCall = async (act: Act) => Array.from({ length: await callsOf(act) }, (_, i) => i + 1);

describe('held up before each of its calls while the other runs in full', () => {
  test.each<[string, string, Act, Act]>([
    ['erasure', 'amendment', erase, amend],
    ['erasure', 'withdrawal', erase, withdrawn],
    ['erasure', 'month run', erase, run],
    ['erasure', 'erasure', erase, erase],
    ['amendment', 'erasure', amend, erase],
    ['withdrawal', 'erasure', withdrawn, erase],
    ['month run', 'erasure', run, erase],
  ])('%s and %s leave nothing of the person', async (_, __, slow, quick) => {
    const numbers = await inParallel(8, await everyCall(slow), async (at) => {
      const scene = await aScene();
      await slow(scene, pausedBefore(table, at, () => quick(scene)).table);
      await scene.checkErased();
      await scene.checkRuns();
      return scene.number;
    });
    await checkNothingLeft(numbers);
  });

  test('a run held up by an erasure that is held up by an amendment', async () => {
    const [ofRun, ofErasure] = await Promise.all([everyCall(run), everyCall(erase)]);
    const pairs = ofRun.flatMap((first, i) =>
      ofErasure.filter((_, j) => (i * 7 + j * 3) % 11 === 0).map((second) => [first, second] as const),
    );
    const numbers = await inParallel(8, pairs, async ([first, second]) => {
      const scene = await aScene();
      const slowErasure = () => scene.erase(pausedBefore(table, second, () => scene.amend()).table);
      await scene.run(pausedBefore(table, first, slowErasure).table);
      await scene.checkErased();
      await scene.checkRuns();
      return scene.number;
    });
    await checkNothingLeft(numbers);
  });
});

describe('cut off before each of its calls', () => {
  test('an erasure is finished by the sweep, and by being asked for again', async () => {
    const numbers = await inParallel(8, await everyCall(erase), async (at) => {
      const done: number[] = [];
      for (const goOn of ['sweep', 'erase'] as const) {
        const scene = await aScene();
        await scene.run();
        await scene.erase(crashingBefore(table, at).table).catch(() => undefined);
        const begun = (await scene.erasureOf()) !== undefined;
        if (begun) {
          expect(await scene.amend()).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
        }
        if (begun || goOn === 'erase') {
          await scene[goOn]();
          await scene.checkErased();
          await scene.checkRuns();
          done.push(scene.number);
        }
      }
      return done;
    });
    await checkNothingLeft(numbers.flat());
  });

  test.each<[string, Act]>([
    ['an amendment', amend],
    ['a withdrawal', withdrawn],
  ])('%s that an erasure overtook is cleared away by sending again, and by a replay', async (_, act) => {
    const calls = await everyCall(act);
    const crash = async (at: number) => {
      const scene = await aScene();
      await act(scene, crashingBefore(table, at, () => scene.erase()).table).catch(() => undefined);
      return scene;
    };
    const resent = await inParallel(8, calls, async (at) => {
      const scene = await crash(at);
      expect(await scene.amend()).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
      await scene.checkErased();
      return scene.number;
    });
    await checkNothingLeft(resent);
    const replayed = await inParallel(8, calls, async (at) => (await crash(at)).number);
    await replayErasures(table, testTagOf, ledger);
    await checkNothingLeft(replayed);
    expect((await replayErasures(table, testTagOf, ledger)).people).toBe(0);
  });
});
