import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aLocalProcess, type LocalProcess } from '../support/local-process.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';

/** The local process killed in the middle of batches, as by a power cut, and started again on the same folder. */

const processes: LocalProcess[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function start(data: string): Promise<LocalProcess> {
  const started = await aLocalProcess(data);
  processes.push(started);
  return started;
}

const batch = (number: number) =>
  Array.from({ length: 50 }, (_, i) => {
    const personRef = `SU-${number}-${i}`;
    return [
      { type: 'placement', id: `P-${number}-${i}`, ...aSentPlacement(personRef) },
      { type: 'session', id: `S-${number}-${i}`, ...aSentSession(personRef) },
    ];
  }).flat();

test('everything answered as accepted is there, and resending ends in the same state', async () => {
  const data = await mkdtemp(join(tmpdir(), 'janus-killed-'));
  folders.push(data);
  const first = await start(data);
  const accepted: { type: string; id: string }[] = [];
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const sending = Promise.allSettled(
    numbers.map(async (number) => {
      const { body } = await first.provider('POST', '/v1/batches', { records: batch(number) });
      accepted.push(...(body['results'] as typeof accepted));
      // The first batch is answered: the others are under way.
      first.child.kill('SIGKILL');
    }),
  );
  await once(first.child, 'exit');
  await sending;
  expect(accepted.length).toBeGreaterThanOrEqual(100);
  expect(accepted.length).toBeLessThan(800);

  const second = await start(data);
  expect(second.ready.clients).toEqual(first.ready.clients);
  for (const { type, id } of accepted) {
    expect((await second.provider('GET', `/v1/${type}s/${id}`)).status).toBe(200);
  }
  const totals = { created: 0, amended: 0, unchanged: 0, rejected: 0 };
  for (const number of numbers) {
    const { body } = await second.provider('POST', '/v1/batches', { records: batch(number) });
    for (const [outcome, count] of Object.entries(body['counts'] as typeof totals)) {
      totals[outcome as keyof typeof totals] += count;
    }
  }
  expect(totals).toMatchObject({ amended: 0, rejected: 0 });
  expect(totals.created + totals.unchanged).toBe(800);
  expect(totals.unchanged).toBeGreaterThanOrEqual(accepted.length);
  console.log(
    `The process killed under ${numbers.length} batches: ${accepted.length} of ${accepted.length} acknowledged records kept; sent again, 800 of 800 stored once.`,
  );
  for (const number of numbers) {
    const again = await second.provider('POST', '/v1/batches', { records: batch(number) });
    expect(again.body).toMatchObject({ counts: { unchanged: 100 } });
    expect(again.body['results']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: `P-${number}-0`, version: 1 })]),
    );
  }

  const run = await second.operator('POST', '/v1/runs', { month: '2026-10' });
  const path = `/v1/runs/${String(run.body['id'])}`;
  await expect
    .poll(async () => (await second.operator('GET', path)).body['state'], { timeout: 20_000 })
    .toBe('succeeded');
  const outcomes = await second.operator('GET', '/v1/packs/northshire/2026-10/files/outcomes.json');
  const document = (await (await fetch(outcomes.headers.get('location')!)).json()) as {
    measures: Record<string, { journeys: number }>;
  };
  expect(document.measures['abstinence-retention']?.journeys).toBe(400);

  second.child.kill('SIGTERM');
  const [code] = (await once(second.child, 'exit')) as [number | null];
  expect(code).toBe(0);
}, 120_000);

test('of batches that are sent as a whole all is there or nothing, without anything sent again', async () => {
  const data = await mkdtemp(join(tmpdir(), 'janus-killed-'));
  folders.push(data);
  const first = await start(data);
  const numbers = [1, 2, 3, 4, 5, 6];
  const answered: number[] = [];
  const sending = Promise.allSettled(
    numbers.map(async (number) => {
      await first.provider('POST', '/v1/batches', { atomic: 'all', records: batch(number) });
      answered.push(number);
      first.child.kill('SIGKILL');
    }),
  );
  await once(first.child, 'exit');
  await sending;
  expect(answered.length).toBeGreaterThan(0);

  const second = await start(data);
  const stored = await Promise.all(
    numbers.map(async (number) => {
      const found = await Promise.all(
        batch(number).map(
          async ({ type, id }) => (await second.provider('GET', `/v1/${type}s/${id}`)).status,
        ),
      );
      return found.filter((status) => status === 200).length;
    }),
  );
  expect(stored.filter((count) => count !== 0 && count !== 100)).toEqual([]);
  for (const number of answered) expect(stored[number - 1]).toBe(100);
  console.log(
    `The process killed under ${numbers.length} batches that are sent as a whole: each there whole or not at all, ${answered.length} of ${answered.length} answered ones whole.`,
  );
  second.child.kill('SIGTERM');
  await once(second.child, 'exit');
}, 240_000);
