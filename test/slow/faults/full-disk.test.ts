import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aLocalProcess, type LocalProcess } from '../../support/local-process.ts';
import { aSentPlacement } from '../../support/sent.ts';
import { upload } from '../../support/uploads.ts';

/**
 * A full disk under the local system: the kernel lets its process make no file longer than so many bytes, so that writes
 * fail halfway and then altogether, and later lets it again.
 */

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

let folder: string;
let local: LocalProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'janus-full-disk-'));
  local = await aLocalProcess(folder);
});
afterAll(async () => {
  await local.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Lets the process make files of so many bytes. */
function allow(bytes: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(local.child.pid), `--fsize=${bytes}:unlimited`]);
  if (status !== 0) throw new Error('the limit could not be set');
}

const acknowledged = new Set<string>();
let sent = 0;

/** Sends a record of its own; how it was answered. */
async function send(): Promise<readonly unknown[]> {
  const id = `P-${(sent += 1)}`;
  const { status, body } = await local.provider('PUT', `/v1/placements/${id}`, aSentPlacement(`SU-${id}`));
  if (status < 300) acknowledged.add(id);
  return [status, body['code']];
}

const sendMany = async (count: number) => {
  const answers: (readonly unknown[])[] = [];
  for (let i = 0; i < count; i += 1) answers.push(await send());
  return answers;
};

const refused = [500, 'internal-error'];
const taken = [201, undefined];

async function tableLog(): Promise<number> {
  const table = join(folder, 'table');
  const logs = (await readdir(table)).filter((name) => name.endsWith('.log'));
  const sizes = await Promise.all(logs.map(async (name) => (await stat(join(table, name))).size));
  return Math.max(...sizes);
}

describe.skipIf(!hasPrlimit)('a full disk', () => {
  test('is told by an error, what stands is read, and nothing goes behind half an entry', async () => {
    expect(await sendMany(20)).toEqual(Array(20).fill(taken));
    // So much is left that the next entry begins and does not end.
    allow((await tableLog()) + 700);
    expect(await sendMany(3)).toEqual(Array(3).fill(refused));
    // There are many seconds of it: what writes by itself, and by the clock, fails as well.
    allow(0);
    for (let i = 0; i < 5; i += 1) {
      expect(await send()).toEqual(refused);
      expect((await local.provider('GET', '/v1/placements/P-1')).status).toBe(200);
      await pause(600);
    }
  });

  test('and once there is room again what is acknowledged is kept, also over a power cut', async () => {
    allow('unlimited');
    await expect.poll(send).toEqual(taken);
    expect(await sendMany(30)).toEqual(Array(30).fill(taken));
    await local.kill();
    local = await aLocalProcess(folder);
    for (const id of acknowledged)
      expect([id, (await local.provider('GET', `/v1/placements/${id}`)).body]).toMatchObject([
        id,
        { id, version: 1 },
      ]);
    console.log(
      `A full disk: ${sent - acknowledged.size} records refused with an error, ${acknowledged.size} of ${acknowledged.size} acknowledged ones kept, once each.`,
    );
  });

  test('and all else goes on by itself, too: an erasure, an upload, a run', async () => {
    const erase = () => local.provider('DELETE', '/v1/people/SU-P-2');
    const open = () => local.provider('POST', '/v1/uploads', { format: 'ndjson' });
    const run = () => local.operator('POST', '/v1/runs', { month: '2026-10' });
    allow(0);
    for (const act of [erase, open, run]) expect((await act()).status).toBe(500);
    allow('unlimited');
    await expect.poll(send).toEqual(taken);
    expect((await erase()).body).toMatchObject({ state: 'erased' });
    expect((await local.provider('GET', '/v1/placements/P-2')).status).toBe(404);
    const line = JSON.stringify({ type: 'placement', id: 'P-900', ...aSentPlacement('SU-900') });
    expect(await upload(local.provider, { format: 'ndjson' }, line)).toMatchObject({
      ...{ state: 'done', counts: { created: 1, rejected: 0 } },
    });
    const { body } = await run();
    const stateOf = async () => (await local.operator('GET', `/v1/runs/${String(body['id'])}`)).body['state'];
    await expect.poll(stateOf, { timeout: 60_000 }).toBe('succeeded');
    console.log(
      'A full disk: an erasure, an upload and a run that it refused were done once there was room.',
    );
  });
});
