import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishErasures } from '../../shared/privacy/finish-erasures.ts';
import { crashingBefore } from '../support/interrupt.ts';
import { aStage, type Stage } from '../support/scene.ts';

let stage: Stage;
beforeAll(async () => (stage = await aStage()));
afterAll(() => stage.close());

test('an erasure that was cut short is left alone while its request may be at work, and then finished', async () => {
  const scene = await stage.scene();
  const calls = (await stage.everyCall((one, of) => one.erase(of))).length;
  await scene.erase(crashingBefore(stage.table, calls).table).catch(() => undefined);
  const { state, askedAt = '' } = (await scene.erasureOf()) ?? {};
  expect(state).toBe('removing');
  const sweepAfter = (minutes: number) =>
    finishErasures(stage.partsAt(new Date(Date.parse(askedAt) + minutes * 60_000)), ['janus']);
  expect(await sweepAfter(14.9)).toBe(0);
  expect((await scene.erasureOf())?.state).toBe('removing');
  expect(await sweepAfter(15)).toBe(1);
  await scene.checkErased();
  expect(await sweepAfter(16)).toBe(0);
});
