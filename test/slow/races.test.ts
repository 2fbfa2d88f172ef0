import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { crashingBefore, pausedBefore } from '../support/interrupt.ts';
import { type Act, aStage, type Stage } from '../support/scene.ts';

/**
 * Erasure, amendment, withdrawal, a claim, its withdrawal and a month run against each other: each is held up before
 * each of its calls to the table while another runs from beginning to end, and each crashes there.
 */

let stage: Stage;
beforeAll(async () => (stage = await aStage()));
afterAll(() => stage.close());

const erase: Act = (scene, of) => scene.erase(of);
const amend: Act = (scene, of) => scene.amend(of);
const withdrawn: Act = (scene, of) => scene.withdraw(of);
const claim: Act = (scene, of) => scene.claim(of);
const withdrawnClaim: Act = (scene, of) => scene.withdrawClaim(of);
const run: Act = (scene, of) => scene.run(of);

describe('held up before each of its calls while the other runs in full', () => {
  test.each<[string, string, Act, Act]>([
    ['erasure', 'amendment', erase, amend],
    ['erasure', 'withdrawal', erase, withdrawn],
    ['erasure', 'claim', erase, claim],
    ['erasure', 'withdrawal of the claim', erase, withdrawnClaim],
    ['erasure', 'month run', erase, run],
    ['erasure', 'erasure', erase, erase],
    ['amendment', 'erasure', amend, erase],
    ['withdrawal', 'erasure', withdrawn, erase],
    ['claim', 'erasure', claim, erase],
    ['month run', 'erasure', run, erase],
  ])('%s and %s leave nothing of the person', { timeout: 120_000 }, async (_, __, slow, quick) => {
    const numbers = await inParallel(8, await stage.everyCall(slow), async (at) => {
      const scene = await stage.scene();
      await slow(scene, pausedBefore(stage.table, at, () => quick(scene)).table);
      await scene.checkErased();
      await scene.checkClaim();
      await scene.checkRuns();
      return scene.number;
    });
    await stage.checkNothingLeft(numbers);
  });

  test('two who claim: one of them wins whole, then the other', async () => {
    await inParallel(8, await stage.everyCall(claim), async (at) => {
      const scene = await stage.scene();
      const other = () => scene.claim(stage.table, 'INV 2');
      await scene.claim(pausedBefore(stage.table, at, other).table);
      const { version, data } = (await scene.readClaim())!;
      expect([version, ['INV 1', 'INV 2'].includes(data.invoiceRef!)]).toEqual([3, true]);
    });
  });

  test('a run held up by an erasure that is held up by an amendment', { timeout: 120_000 }, async () => {
    const [ofRun, ofErasure] = await Promise.all([stage.everyCall(run), stage.everyCall(erase)]);
    const pairs = ofRun.flatMap((first, i) =>
      ofErasure.filter((_, j) => (i * 7 + j * 3) % 11 === 0).map((second) => [first, second] as const),
    );
    const numbers = await inParallel(8, pairs, async ([first, second]) => {
      const scene = await stage.scene();
      const slowErasure = () => scene.erase(pausedBefore(stage.table, second, () => scene.amend()).table);
      await scene.run(pausedBefore(stage.table, first, slowErasure).table);
      await scene.checkErased();
      await scene.checkRuns();
      return scene.number;
    });
    await stage.checkNothingLeft(numbers);
  });
});

describe('cut off before each of its calls', () => {
  test(
    'an erasure is finished by the sweep, and by being asked for again',
    { timeout: 120_000 },
    async () => {
      const numbers = await inParallel(8, await stage.everyCall(erase), async (at) => {
        const done: number[] = [];
        for (const goOn of ['sweep', 'erase'] as const) {
          const scene = await stage.scene();
          await scene.run();
          await scene.erase(crashingBefore(stage.table, at).table).catch(() => undefined);
          const begun = (await scene.erasureOf()) !== undefined;
          if (begun) {
            expect(await scene.amend()).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
          }
          if (begun || goOn === 'erase') {
            await scene[goOn]();
            await scene.checkErased();
            await scene.checkClaim();
            await scene.checkUse();
            await scene.checkRuns();
            done.push(scene.number);
          }
        }
        return done;
      });
      await stage.checkNothingLeft(numbers.flat());
    },
  );

  test.each<[string, Act]>([
    ['an amendment', amend],
    ['a withdrawal', withdrawn],
  ])('%s that an erasure overtook is cleared away by sending again, and by a replay', async (_, act) => {
    const calls = await stage.everyCall(act);
    const crash = async (at: number) => {
      const scene = await stage.scene();
      await act(scene, crashingBefore(stage.table, at, () => scene.erase()).table).catch(() => undefined);
      return scene;
    };
    const resent = await inParallel(8, calls, async (at) => {
      const scene = await crash(at);
      expect(await scene.amend()).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
      await scene.checkErased();
      return scene.number;
    });
    await stage.checkNothingLeft(resent);
    const replayed = await inParallel(8, calls, async (at) => (await crash(at)).number);
    await stage.replay();
    await stage.checkNothingLeft(replayed);
    expect((await stage.replay()).people).toBe(0);
  });

  test('a claim that an erasure overtook is cleared away by sending it again', async () => {
    const numbers = await inParallel(8, await stage.everyCall(claim), async (at) => {
      const scene = await stage.scene();
      await scene.claim(crashingBefore(stage.table, at, () => scene.erase()).table).catch(() => undefined);
      await scene.claim();
      await scene.checkErased();
      await scene.checkClaim();
      return scene.number;
    });
    await stage.checkNothingLeft(numbers);
  });
});
