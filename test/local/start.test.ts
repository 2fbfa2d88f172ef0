import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalSystem, startLocal } from '../../local/start.ts';

type Where = Pick<LocalSystem, 'baseUrl' | 'tokenUrl' | 'clients'>;
type Client = LocalSystem['clients'][number];

const CLOCK = '2026-11-04T12:00:00Z';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tokenOf({ tokenUrl }: Where, { id, secret }: Client): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function call(where: Where, token: string, method: string, path: string, body?: unknown) {
  const answer = await fetch(where.baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const placement = (id: number) => ({
  personRef: `P-${1000 + id}`,
  commissioner: 'northshire',
  service: 'day-programme',
  referredOn: '2026-05-01',
  startsOn: '2026-05-05',
  plannedEndOn: '2026-07-27',
  funding: 'spot',
  goal: 'abstinence',
  substances: ['alcohol'],
  sex: 'not-stated',
});

describe('the whole system', () => {
  let system: LocalSystem;
  let provider: string;
  let operator: string;

  beforeAll(async () => {
    system = await startLocal({ dataDir: join(folder, 'whole'), clock: CLOCK });
    [provider = '', , operator = ''] = await Promise.all(
      system.clients.map((client) => tokenOf(system, client)),
    );
  });

  afterAll(() => system.close());

  it('starts with a provider, a commissioner, an operator and the finance of both, who may ask for tokens', () => {
    const known = { id: expect.any(String) as string, secret: expect.any(String) as string };
    expect(system.clients).toEqual([
      { ...known, provider: 'janus-enterprise', scopes: ['records/write', 'records/read'] },
      { ...known, commissioner: 'northshire', scopes: ['packs/read'] },
      { ...known, scopes: ['admin/all', 'packs/read'] },
      { ...known, provider: 'janus-enterprise', scopes: ['finance/read', 'finance/write'] },
      { ...known, commissioner: 'northshire', scopes: ['finance/read', 'finance/write'] },
    ]);
  });

  it('lets time start at the given instant and run on', () => {
    const since = system.now().getTime() - Date.parse(CLOCK);
    expect(since).toBeGreaterThan(0);
    expect(since).toBeLessThan(120_000);
  });

  it('takes a record in and gives it back', async () => {
    const sent = await call(system, provider, 'PUT', '/v1/placements/p-1', placement(1));
    expect([sent.status, sent.body['version']]).toEqual([201, 1]);
    const read = await call(system, provider, 'GET', '/v1/placements/p-1');
    expect(read.body).toMatchObject({ ...placement(1), version: 1 });
    expect(String(read.body['recordedAt'])).toMatch(/^2026-11-04T12:0/);
  });

  it('runs a month by the state machine of the stacks, down to the link of a file', async () => {
    const started = await call(system, operator, 'POST', '/v1/runs', { month: '2026-10' });
    expect(started.status).toBe(202);
    await expect
      .poll(
        async () => (await call(system, operator, 'GET', `/v1/runs/${String(started.body['id'])}`)).body,
        {
          timeout: 20_000,
          interval: 100,
        },
      )
      .toMatchObject({
        state: 'succeeded',
        commissioners: [{ commissioner: 'northshire', status: 'issued' }],
      });
    const pack = `${system.baseUrl}/v1/packs/northshire/2026-10/files/pack.pdf`;
    const file = await fetch(pack, { headers: { authorization: `Bearer ${operator}` } });
    expect([file.status, new URL(file.url).pathname]).toEqual([
      200,
      '/janus-packs/packs/northshire/2026-10/r1/pack.pdf',
    ]);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('lets nobody else onto its data folder', async () => {
    await expect(startLocal({ dataDir: join(folder, 'whole') })).rejects.toThrow('is in use by process');
  });

  it('logs no reference, secret or token', () => {
    const log = readFileSync(system.logFile, 'utf8');
    expect(log).toContain('PUT /v1/{collection}/{id}');
    for (const secret of ['P-1001', 'p-1', provider, ...system.clients.map((client) => client.secret)])
      expect(log).not.toContain(secret);
  });

  it('keeps clients, tokens, records and what the operator registered over a restart', async () => {
    const { clients } = system;
    const registered = { name: 'Northshire County Council', notify: ['packs@northshire.example'] };
    const path = '/v1/commissioners/northshire';
    expect((await call(system, operator, 'PUT', path, registered)).status).toBe(200);
    await system.close();
    system = await startLocal({ dataDir: join(folder, 'whole'), clock: CLOCK });
    expect(system.clients).toEqual(clients);
    expect((await call(system, provider, 'GET', '/v1/placements/p-1')).status).toBe(200);
    expect((await call(system, operator, 'GET', path)).body).toMatchObject(registered);
  });
});

describe('npm run local', () => {
  const running = new Set<ChildProcess>();

  function run(...args: string[]) {
    const child = spawn(process.execPath, ['local/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    child.once('exit', () => running.delete(child));
    const said = { out: [] as string[], err: '' };
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    const lines = createInterface(child.stdout).on('line', (line) => said.out.push(line));
    const ready = async () =>
      JSON.parse(String((await once(lines, 'line'))[0])) as Where & { ready: boolean };
    return { child, said, ready, exit: once(child, 'exit') };
  }

  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  it('refuses an option it does not know, with its usage', async () => {
    const { exit, said } = run('--colour');
    expect(await exit).toEqual([1, null]);
    expect(said.err).toContain('Usage: npm run local');
    expect(said.out).toEqual([]);
  });

  it('says in a sentence that the port is in use', async () => {
    const first = run('--port', '0', '--data', join(folder, 'port'), '--json');
    const { port } = new URL((await first.ready()).baseUrl);
    const second = run('--port', port, '--data', join(folder, 'port-2'), '--json');
    expect(await second.exit).toEqual([1, null]);
    expect(second.said.err).toBe(`Port ${port} is in use; stop what listens there, or name another.\n`);
    first.child.kill('SIGINT');
    expect(await first.exit).toEqual([0, null]);
  });
});
