import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../../shared/platform/world.ts';
import { aCohort } from '../../support/sent.ts';
import { aSystem, type System } from '../../support/system.ts';
import { expectWhole, issuedRevisions } from '../../support/whole-pack.ts';

/** The scheduler delivers an event at least once: on the day of the month run, it comes twice, and once more later. */

let system: System;
let machines: World['machines'];
const arns = new Map<string, string>();
beforeAll(async () => {
  // Thursday 5 November 2026 is the fourth working day; its own firing of six o'clock is over.
  system = await aSystem('2026-11-05T06:00:20Z', undefined, (_, world) => {
    machines = world.machines;
    const start: typeof machines.start = (arn, name, input) => {
      arns.set(arn.includes('Statement') ? 'statements' : 'month', arn);
      return world.machines.start(arn, name, input);
    };
    return { ...world, machines: { start } };
  });
  await system.provider('POST', '/v1/batches', { records: aCohort() });
});
afterAll(() => system.stop());

type Told = { readonly id: string; readonly state: string; readonly kind?: string; readonly month: string };

const runs = async () => (await system.operator('GET', '/v1/runs')).body['runs'] as Told[];

/** Delivers an event of the schedule, under a name of its own: another execution. */
const deliver = (of: string, name: string) =>
  machines.start(arns.get(of) ?? '', name, { trigger: 'schedule' });

test('the month is run once', async () => {
  // Of August, so that the machines are known and October stays for the schedule.
  await system.runMonth({ month: '2026-08' });
  await Promise.all([deliver('month', 'first'), deliver('month', 'second'), deliver('month', 'first')]);
  const done = async () => (await runs()).filter(({ state }) => state === 'succeeded').length;
  await expect.poll(done, { timeout: 60_000 }).toBe(2);
  await deliver('month', 'third');
  await deliver('month', 'fourth');
  // A run by hand ends behind those before it.
  expect(await system.runMonth({ month: '2026-10' })).toMatchObject({
    commissioners: [{ status: 'unchanged' }],
  });
  const ofOctober = (await runs()).filter(({ month }) => month === '2026-10');
  expect(ofOctober.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
  expect(await issuedRevisions(system, '2026-10')).toEqual([1]);
  await expectWhole(system, '2026-10', 1);
  console.log('A schedule event delivered four times: one run, one revision, whole.');
});

test('statements that are made twice at the same time are made once', async () => {
  const buyer = await system.financeOf('commissioner');
  await system.runMonth({ kind: 'statements' });
  const list = async () => (await buyer('GET', '/v1/statements')).body;
  const before = await list();
  await Promise.all([deliver('statements', 'night'), deliver('statements', 'night-again')]);
  const ofStatements = async () =>
    (await runs()).flatMap(({ kind, state }) => (kind === 'statements' ? [state] : []));
  await expect.poll(ofStatements, { timeout: 60_000 }).toEqual(Array(3).fill('succeeded'));
  expect(await list()).toEqual(before);
  console.log('The statements of a night made three times: each statement there once, as it was.');
});
