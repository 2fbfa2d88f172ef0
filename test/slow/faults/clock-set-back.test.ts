import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { World } from '../../../shared/platform/world.ts';
import { withoutTime } from '../../support/recording/around-calls.ts';
import { aCohort, aSentPlacement, aSentSession } from '../../support/sent.ts';
import { aSystem, callerWith, type System, tokenFor } from '../../support/system.ts';
import { expectWhole, issuedRevisions } from '../../support/whole-pack.ts';

/** The machine's clock set back under the running system: between submissions, revisions, and a token's issue and end. */

const MONTH = '2026-10';
const HOURS = 3_600_000;

const timeless = (_: string, world: World) => ({ ...world, objects: withoutTime(world.objects) });

let folder: string;
let system: System;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'janus-clock-back-'));
  system = await aSystem(undefined, folder, timeless);
  await system.provider('POST', '/v1/batches', { records: aCohort() });
});
afterAll(async () => {
  await system.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now(), shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

const turn = (hours: number) => vi.setSystemTime(Date.now() + hours * HOURS);

test('between submissions: versions are stamped in their order, and whoever follows changes misses none', async () => {
  const { provider } = system;
  await provider('PUT', '/v1/placements/P-1', aSentPlacement('SU-p1'));
  const { recordedAt } = await newest();
  const turned = [
    ['P-1', aSentPlacement('SU-p1', { sex: 'male' })],
    ['P-2', aSentPlacement('SU-p2')],
    ['P-1', aSentPlacement('SU-p1', { sex: 'other' })],
  ] as const;
  for (const [id, data] of turned) {
    turn(-2);
    expect((await provider('PUT', `/v1/placements/${id}`, data)).status).toBeLessThan(300);
  }
  const versions = await versionsOf('P-1');
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
  const instants = versions.map((each) => each.recordedAt);
  expect(instants).toEqual(instants.toSorted());
  const { body } = await provider('GET', `/v1/placements?changedSince=${recordedAt}`);
  const changed = body['records'] as (Version & { id: string })[];
  // Not in the order they came: the clock stands where it was set back, and records of one instant are told by their ids.
  expect(changed.map(({ id, version }) => [id, version]).toSorted()).toEqual([
    ['P-1', 3],
    ['P-2', 1],
  ]);
  const told = changed.map((each) => each.recordedAt);
  expect(told).toEqual(told.toSorted());
  console.log(
    'The clock set back 2 hours before each of 3 submissions: 3 of 3 stored, in order, and told as changes.',
  );
});

test('between two revisions: the second is later and has all that the first had, and what came since', async () => {
  await system.runMonth({ month: MONTH });
  turn(-3);
  const session = aSentSession('SU-20', { startsAt: '2026-10-06T09:00:00Z' });
  await system.provider('PUT', '/v1/sessions/S-new', session);
  expect(await system.runMonth({ month: MONTH })).toMatchObject({
    ...{ state: 'succeeded', commissioners: [{ status: 'issued', revision: 2 }] },
  });
  expect(await issuedRevisions(system, MONTH)).toEqual([1, 2]);
  const [first, second] = await Promise.all([1, 2].map(manifestOf));
  expect(second!.records).toBe(first!.records + 1);
  expect(second!.asAt > first!.asAt).toBe(true);
  await expectWhole(system, MONTH, 2);
  console.log(
    'The clock set back 3 hours between two revisions: the second is later, and lacks nothing of the first.',
  );
});

test('between the issue of a token and its end: it is good until its end by the clock, and no longer', async () => {
  const client = system.clients.find(({ scopes }) => scopes.some((scope) => scope === 'records/read'))!;
  const call = async () => callerWith(system.baseUrl, await tokenFor(system.tokenUrl, client));
  const early = await call();
  const asked = (by: typeof early) => by('GET', '/v1/placements/P-1').then(({ status }) => status);
  turn(-2);
  expect(await asked(early)).toBe(200);
  expect(await asked(await call())).toBe(200);
  turn(4);
  expect(await asked(early)).toBe(401);
  expect(await asked(await call())).toBe(200);
  console.log(
    'The clock set back 2 hours under a token: it stays good, ends by the clock, and a new one is had.',
  );
});

test('and started again behind its own time the system goes on after it', async () => {
  const before = system.now();
  turn(-24);
  await system.close();
  system = await aSystem(undefined, folder, timeless);
  expect(system.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect((await versionsOf('P-1')).length).toBe(3);
});

type Version = { readonly version: number; readonly recordedAt: string };

async function versionsOf(id: string): Promise<Version[]> {
  return (await system.provider('GET', `/v1/placements/${id}/history`)).body['versions'] as Version[];
}

async function newest(): Promise<Version> {
  return (await versionsOf('P-1')).at(-1)!;
}

async function manifestOf(revision: number) {
  const manifest = await system.file('northshire', MONTH, 'manifest.json', revision);
  const outcomes = await system.file('northshire', MONTH, 'outcomes.json', revision);
  const { records } = JSON.parse(manifest.toString()) as { records: number };
  const { asAt } = JSON.parse(outcomes.toString()) as { asAt: string };
  return { records, asAt };
}
