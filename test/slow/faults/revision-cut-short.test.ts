import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../../shared/platform/world.ts';
import { aroundCalls } from '../../support/recording/around-calls.ts';
import { aCohort, aSentSession } from '../../support/sent.ts';
import { aSystem, type System } from '../../support/system.ts';
import { expectWhole, issuedRevisions } from '../../support/whole-pack.ts';

/**
 * A month run cut off before each of its writes, of the table and of the bucket, by a time-out or a crash: in the
 * middle of the claim, of the computing, between two files of the render. The machine then calls the function again.
 */

const MONTH = '2026-10';
const FUNCTIONS = ['plan-month', 'compute-outcomes', 'render-pack', 'finish-run'];

/** What Lambda says of a function whose time was over, and of one whose process ended. */
const ENDS = ['Sandbox.Timedout', 'Runtime.ExitError'];

let system: System;
let writes: string[] = [];
let cutAt = Infinity;
/** What is issued when a function is called again that was cut off. */
let seenBetween: number[] | undefined;

function cutting(folder: string, world: World): World {
  if (!FUNCTIONS.includes(folder)) return world;
  let wasCut = false;
  const around = async ({ command }: { command: string }, go: () => Promise<unknown>) => {
    if (wasCut) {
      wasCut = false;
      seenBetween = await issuedRevisions(system, MONTH);
    }
    if (!command.startsWith('Put')) return go();
    writes.push(`${folder} ${command}`);
    if (writes.length !== cutAt) return go();
    wasCut = true;
    throw Object.assign(new Error('cut off'), { name: ENDS[cutAt % 2] });
  };
  return {
    ...world,
    table: aroundCalls(world.table, around),
    objects: aroundCalls(world.objects, around),
  };
}

beforeAll(async () => {
  system = await aSystem(undefined, undefined, cutting);
  await system.provider('POST', '/v1/batches', { records: aCohort() });
});
afterAll(() => system.stop());

/** Runs the month with something new in it, cut off before a write. */
async function runCutAt(at: number): Promise<Record<string, unknown>> {
  const session = aSentSession('SU-20', { startsAt: '2026-10-06T09:00:00Z' });
  await system.provider('PUT', `/v1/sessions/S-cut-${at}`, session);
  writes = [];
  seenBetween = undefined;
  cutAt = at;
  return system.runMonth({ month: MONTH });
}

test('cut off before any of its writes a run ends by itself with the same revision, whole, once', async () => {
  await runCutAt(Infinity);
  const all = writes;
  const files = all.filter((write) => write === 'render-pack PutObjectCommand').length;
  expect(files).toBeGreaterThan(6);
  for (let at = 1; at <= all.length; at += 1) {
    const cut = await runCutAt(at);
    const revision = at + 1;
    expect([all[at - 1], cut]).toMatchObject([
      all[at - 1],
      { state: 'succeeded', commissioners: [{ status: 'issued', revision }] },
    ]);
    // Until it is whole it is not there; cut off behind its last write it is, and is not issued twice.
    expect([revision - 1, revision]).toContain(seenBetween?.length);
    expect(await issuedRevisions(system, MONTH)).toHaveLength(revision);
    await expectWhole(system, MONTH, revision);
  }
  await expectWhole(system, MONTH, 1);
  console.log(
    `A run cut off before each of its ${all.length} writes, ${files} of them files of the render: ${all.length} of ${all.length} revisions whole, none twice.`,
  );
}, 400_000);
