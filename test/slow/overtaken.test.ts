import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { crashingBefore, pausedBefore } from '../support/interrupt.ts';
import { type Act, aStage, type Scene, type Stage } from '../support/scene.ts';

/** First writes, ids that go to others, subject access, lifting and retention, each overtaken before each of its calls. */

let stage: Stage;
beforeAll(async () => (stage = await aStage()));
afterAll(() => stage.close());

/** Plays a scene for every call of an act, held up there while something else is done in full. */
async function atEveryCall(
  [slow, quick]: readonly [Act, Act],
  first: object | 'nothing',
  check: (scene: Scene, answered: { slow: unknown; quick: unknown }) => Promise<void>,
): Promise<number[]> {
  const calls = await stage.everyCall(slow, first);
  expect(calls.length).toBeGreaterThan(2);
  return inParallel(8, calls, async (at) => {
    const scene = await stage.scene(first);
    let answer: unknown;
    const view = pausedBefore(stage.table, at, async () => (answer = await quick(scene)));
    await check(scene, { slow: await slow(scene, view.table), quick: answer });
    return scene.number;
  });
}

const erase: Act = (scene, of) => scene.erase(of);
const access: Act = (scene, of) => scene.access(of);

describe('a first write', () => {
  const send: Act = (scene, of) => scene.send(of);

  test('and an erasure: the person is erased and nothing of them left, or nothing was there to erase', async () => {
    for (const acts of [
      [send, erase],
      [erase, send],
    ] as const) {
      const erased: number[] = [];
      await atEveryCall(acts, 'nothing', async (scene) => {
        if ((await scene.erasureOf()) === undefined)
          expect(await scene.current()).toMatchObject({ placement: { version: 1 }, session: { version: 1 } });
        else erased.push(scene.number);
      });
      if (acts[0] === send) await stage.checkNothingLeft(erased);
    }
  });

  test('that crashed leaves nothing that an erasure does not find', async () => {
    const numbers = await inParallel(8, await stage.everyCall(send, 'nothing'), async (at) => {
      const scene = await stage.scene('nothing');
      await scene.send(crashingBefore(stage.table, at).table).catch(() => undefined);
      await scene.erase();
      return scene.number;
    });
    await stage.checkNothingLeft(numbers);
  });
});

describe('an id that goes to somebody else', () => {
  const other = (scene: Scene) => `SU-${scene.number}-y`;
  const move: Act = (scene, of) => scene.move(other(scene), of);

  test.each<[string, Act, Act]>([
    ['moved while its person is erased', move, erase],
    ['erased while it moves', erase, move],
  ])('%s is the other one’s alone', async (_, slow, quick) => {
    const numbers = await atEveryCall([slow, quick], {}, async (scene) => {
      await scene.checkErased();
      expect((await scene.current()).session).toMatchObject({ data: { personRef: other(scene) } });
    });
    await stage.checkNothingLeft(numbers, /\bSU-(\d+)-x/g);
  });

  test('and came back keeps the versions of the other one, and goes on counting', async () => {
    const wander: Act = async (scene, of) => {
      await scene.move(other(scene), of);
      await scene.move(scene.personRef, of);
    };
    const numbers = await atEveryCall([erase, wander], {}, async (scene) => {
      const before = (await scene.current()).session?.version ?? 0;
      await scene.move(`SU-${scene.number}-z`);
      const { session } = await scene.current();
      expect(session).toMatchObject({ data: { personRef: `SU-${scene.number}-z` } });
      expect(session?.version).toBeGreaterThan(before);
    });
    // Whoever sends a person's record just before their erasure is written down has it erased.
    await stage.checkNothingLeft(numbers, /\bSU-(\d+)-x/g);
  });
});

describe('subject access', () => {
  test.each<[string, Act, Act]>([
    ['overtaken by an erasure', access, erase],
    ['during an erasure', erase, access],
  ])('%s hands out what is there or refuses, and leaves no trace', async (_, slow, quick) => {
    const may = slow === access ? [404, 410] : [200, 404, 410];
    const numbers = await atEveryCall([slow, quick], {}, async (scene, answered) => {
      await scene.checkErased();
      expect(may).toContain(slow === access ? answered.slow : answered.quick);
    });
    await stage.checkNothingLeft(numbers);
  });
});

test('whoever is erased and let in again while they are written about is answered what is so', async () => {
  const eraseAndLift: Act = (scene) => scene.eraseAndLift();
  await atEveryCall([(scene, of) => scene.amend(of), eraseAndLift], {}, async (scene, answered) => {
    const outcomes = (answered.slow as { outcome: string }[]).map(({ outcome }) => outcome);
    const { placement, session } = await scene.current();
    for (const [outcome, record] of [
      [outcomes[0], placement],
      [outcomes[1], session],
    ] as const)
      if (outcome !== 'rejected')
        expect([scene.number, outcome, record === undefined]).toEqual([scene.number, outcome, false]);
    // Sent again, all of it is there.
    await scene.amend();
    expect(await scene.current()).toMatchObject({ placement: { data: { sex: 'male' } }, session: {} });
  });
});

describe('retention', () => {
  const ended = { endedOn: '2026-02-10', endReason: 'left' };
  const retain: Act = (scene, of) => scene.retain(of);
  /** The placement goes on after all, so that nothing is due. */
  const amend: Act = (scene, of) => scene.amend(of);

  test.each<[string, Act, Act]>([
    ['overtaken by an amendment', retain, amend],
    ['that overtakes an amendment', amend, retain],
  ])('%s leaves the amended record, and its id leads to it', async (_, slow, quick) => {
    await atEveryCall([slow, quick], ended, async (scene) => {
      expect((await scene.current()).placement).toMatchObject({ data: { sex: 'male' } });
    });
  });
});
