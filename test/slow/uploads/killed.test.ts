import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { callerWith, tokenFor } from '../../support/system.ts';
import { errorsOf, startUpload } from '../../support/uploads.ts';

/** The whole system killed in the middle of an upload, as a power cut would, and started again. */

type Started = {
  baseUrl: string;
  tokenUrl: string;
  clients: { id: string; secret: string; scopes: string[] }[];
};

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
let process_: ChildProcess | undefined;
afterAll(async () => {
  process_?.kill('SIGKILL');
  await pause(200);
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  const child = spawn(
    process.execPath,
    ['local/main.ts', '--json', '--port', '0', '--data', folder, '--clock', '2026-11-04T12:00:00Z'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  process_ = child;
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { baseUrl, tokenUrl, clients } = JSON.parse(line.toString()) as Started;
  const client = clients.find(({ scopes }) => scopes.includes('records/write'))!;
  return { child, call: callerWith(baseUrl, await tokenFor(tokenUrl, client)) };
}

test('killed twice, an upload ends with every row taken in once and counted once', async () => {
  const rows = 4_000;
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `S-${i},SU-${i % 300},${i % 1_000 === 0 ? 'none' : 'group'},2026-01-${10 + (i % 20)} 10:00,attended,W-1`,
  );
  const csv = ['id,personRef,kind,startsAt,attendance,workers', ...lines].join('\n');
  let { child, call } = await start();
  const id = await startUpload(call, { format: 'csv', type: 'session' }, csv);
  let kills = 0;
  let told: Record<string, unknown>;
  do {
    await pause(200);
    told = (await call('GET', `/v1/uploads/${id}`)).body;
    if (Number(told['rowsRead']) <= kills * 1_500 || kills === 2 || told['state'] === 'done') continue;
    kills += 1;
    child.kill('SIGKILL');
    await once(child, 'exit');
    ({ child, call } = await start());
  } while (told['state'] !== 'done');
  expect(kills).toBe(2);
  expect(told).toMatchObject({
    rowsRead: rows,
    counts: { created: 3_996, amended: 0, unchanged: 0, rejected: 4 },
  });
  const errors = await errorsOf(call, id);
  expect(errors.map((line) => line.split(',').slice(0, 4).join())).toEqual(
    [2, 1_002, 2_002, 3_002].map((row) => `sessions,${row},kind,not-allowed`),
  );
}, 200_000);
