import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { releasePacks } from '../../local/demo/release-packs.ts';
import { aCohort } from '../support/sent.ts';
import { aSystem, type Call, type System } from '../support/system.ts';

/** From an issued pack to one that its commissioner has opened, as people and machines go through the interface. */

const MONTH = '2026-10';
const PACK = `/v1/packs/northshire/${MONTH}`;

let system: System;
let approver: Call;
let second: Call;
let ofOperator: Call;
let reader: Call;
let machine: Call;

beforeAll(async () => {
  system = await aSystem();
  const { operator, personOf, clientOf } = system;
  await operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  await operator('PUT', '/v1/commissioners/northshire', {
    name: 'Northshire Council',
    notify: ['head@northshire.example', 'team@northshire.example'],
  });
  await system.provider('POST', '/v1/batches', { records: aCohort() });
  await system.runMonth({ month: MONTH });
  approver = await personOf('commissioner/northshire/approver', 1);
  second = await personOf('commissioner/northshire/approver', 2);
  ofOperator = await personOf('operator/approver');
  reader = await personOf('commissioner/northshire/reader');
  machine = await clientOf('north-release', {
    commissioner: 'northshire',
    scopes: ['packs/read', 'packs/release'],
  });
});
afterAll(() => system.stop());
afterEach(() => void vi.useRealTimers());

type Revision = { revision: number; manifestSha256: string; approvals: object[]; releasedAt?: string };

const revisions = async (call: Call) => ((await call('GET', PACK)).body['revisions'] ?? []) as Revision[];
const latest = async () => {
  const { revision, manifestSha256 } = (await revisions(approver)).at(-1)!;
  return { revision, manifestSha256 };
};
const approve = async (call: Call, commentary?: string) =>
  call('POST', `${PACK}/approvals`, { ...(await latest()), ...(commentary !== undefined && { commentary }) });
const release = async (call: Call) => call('POST', `${PACK}/release`, await latest());
const codeOf = ({ status, body }: Awaited<ReturnType<Call>>) => [status, body['code']];
const audited = async () => {
  const { body } = await system.operator('GET', '/v1/audit?month=2026-11');
  return body['entries'] as Record<string, unknown>[];
};

test('before anybody approved, the gate says what a machine makes of it, and readers see nothing', async () => {
  const { status, body } = await approver('GET', `${PACK}/gate`);
  expect([status, body['outcome'], body['revision']]).toEqual([200, 'passed', 1]);
  const checks = body['checks'] as { check: string; outcome: string; detail: string }[];
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(checks.find(({ check }) => check === 'disclosure-audit')).toMatchObject({ outcome: 'passed' });
  expect((await reader('GET', PACK)).status).toBe(404);
  expect((await reader('GET', `${PACK}/gate`)).status).toBe(403);
  expect((await system.operator('GET', `${PACK}/gate?revision=1`)).status).toBe(200);
  expect((await approver('GET', `${PACK}/gate?revision=2`)).status).toBe(404);
});

test('one person through two browsers, a machine, and somebody of another commissioner: refused and kept', async () => {
  const { personOf } = system;
  expect((await approve(approver, 'Small numbers; read with care.')).status).toBe(201);
  const otherBrowser = await personOf('commissioner/northshire/approver', 1);
  expect(codeOf(await approve(otherBrowser))).toEqual([409, 'already-approved']);
  expect(codeOf(await release(otherBrowser))).toEqual([409, 'approvals-needed']);
  expect(codeOf(await approve(machine))).toEqual([403, 'person-required']);
  const elsewhere = await personOf('commissioner/eastshire/approver');
  expect(codeOf(await approve(elsewhere))).toEqual([404, 'not-found']);
  expect((await elsewhere('GET', `${PACK}/files/pack.pdf`)).status).toBe(404);
  expect((await elsewhere('GET', `${PACK}/openings`)).status).toBe(404);

  const entries = (await audited()).filter(({ action }) => /refused/.test(String(action)));
  expect(entries.toReversed().map(({ action, code, asked }) => [action, code, asked])).toEqual([
    ['approval-refused', 'already-approved', { commissioner: 'northshire', month: MONTH }],
    ['approval-refused', 'approvals-needed', { commissioner: 'northshire', month: MONTH }],
    ['approval-refused', 'person-required', { commissioner: 'northshire', month: MONTH }],
    ...[1, 2, 3].map(() => ['pack-refused', 'not-found', { commissioner: 'northshire', month: MONTH }]),
  ]);
});

test('the second approval may be the operator’s; then it is released, seen, and everybody registered is told', async () => {
  expect((await approve(ofOperator)).body['approvals']).toMatchObject([{ yours: false }, { yours: true }]);
  expect((await reader('GET', PACK)).status).toBe(404);
  const released = await release(approver);
  expect([released.status, released.body['message']]).toMatchObject([200, { recipients: 2, sent: 2 }]);

  const [seen] = await revisions(reader);
  expect(seen).toMatchObject({ revision: 1, releasedAt: released.body['releasedAt'] });
  expect(seen?.approvals).toMatchObject([
    { yours: false, commentary: 'Small numbers; read with care.' },
    { yours: false },
  ]);
  const outbox = join(system.dataDir, 'outbox');
  const mails = await Promise.all(
    (await readdir(outbox)).map(async (name) => readFile(join(outbox, name), 'utf8')),
  );
  expect(mails.map((mail) => (JSON.parse(mail) as { to: string }).to).sort()).toEqual([
    'head@northshire.example',
    'team@northshire.example',
  ]);
  expect(mails.join('')).toContain(`${system.baseUrl}/portal`);
});

test('what is released stays: nobody takes an approval back, and released again nothing changes', async () => {
  const again = await release(second);
  expect(again.body['releasedAt']).toBe((await revisions(reader))[0]?.releasedAt);
  expect(codeOf(await approver('DELETE', `${PACK}/approvals?revision=1`))).toEqual([409, 'already-released']);
  expect(codeOf(await approve(second))).toEqual([409, 'already-released']);
});

test('a new revision begins again, and until it is released readers see the one before', async () => {
  await system.provider('DELETE', '/v1/placements/P-SU-1?reason=entered-in-error');
  await system.runMonth({ month: MONTH });
  expect((await revisions(approver)).map(({ approvals }) => approvals.length)).toEqual([2, 0]);
  expect((await revisions(reader)).map(({ revision }) => revision)).toEqual([1]);
  expect(codeOf(await release(approver))).toEqual([409, 'approvals-needed']);
  const [old] = await revisions(approver);
  const stale = { revision: 1, manifestSha256: old!.manifestSha256 };
  expect(codeOf(await second('POST', `${PACK}/approvals`, stale))).toEqual([409, 'not-latest']);
  const mixed = { ...stale, revision: 2 };
  expect(codeOf(await second('POST', `${PACK}/approvals`, mixed))).toEqual([409, 'manifest-differs']);
});

test('the operator’s administrator sets aside the approval of whom the audit names; an approver does not', async () => {
  await approve(approver, 'Small numbers; read with care.');
  const sub = (await audited()).find(({ action }) => action === 'pack-approved')?.['sub'];
  const path = `${PACK}/approvals?revision=2&sub=${String(sub)}`;
  expect(codeOf(await second('DELETE', path))).toEqual([403, 'insufficient-scope']);
  expect(codeOf(await system.operator('DELETE', path))).toEqual([403, 'person-required']);
  const administrator = await system.personOf('operator/administrator');
  const { status, body } = await administrator('DELETE', path);
  expect([status, body['approvals']]).toEqual([200, []]);
  expect((await audited())[0]).toMatchObject({ action: 'approval-set-aside', approver: sub, revision: 2 });
});

describe('a link', () => {
  test('is good for five minutes from the click, and stolen after that for nothing', async () => {
    const link = (await reader('GET', `${PACK}/files/pack.pdf`)).headers.get('location') ?? '';
    const begun = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: begun + 299_000 });
    expect((await fetch(link)).status).toBe(200);
    vi.setSystemTime(begun + 302_000);
    const stolen = await fetch(link);
    expect([stolen.status, await stolen.text()]).toEqual([
      403,
      expect.stringContaining('Request has expired'),
    ]);
    vi.useRealTimers();
    const logged = (await readFile(system.logFile, 'utf8'))
      .split('\n')
      .filter((line) => line.includes('link refused'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"bucket":"janus-packs","reason":"Request has expired"');
    expect(logged[0]).not.toMatch(/northshire|pack\.pdf/);
  });

  test('that was given out is listed to the commissioner and the operator: when, which file, to whom', async () => {
    const ofMachine = await system.clientOf('north-fetch', {
      commissioner: 'northshire',
      scopes: ['packs/read'],
    });
    await ofMachine('GET', `${PACK}/files/outcomes.json`);
    await approver('GET', `${PACK}/files/pack.html`);
    const { status, body } = await reader('GET', `${PACK}/openings`);
    expect([status, body['openings']]).toMatchObject([
      200,
      [
        { revision: 1, file: 'outcomes.json', client: { name: 'north-fetch' } },
        { revision: 1, file: 'pack.pdf', person: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown },
      ],
    ]);
    expect((await system.operator('GET', `${PACK}/openings`)).body['openings']).toMatchObject([
      { revision: 2, file: 'pack.html' },
      { file: 'outcomes.json' },
      { file: 'pack.pdf' },
    ]);
    expect((await reader('GET', `${PACK}/openings?cursor=x`)).status).toBe(400);
  });

  test('opens the one file that it was given for, used or not, and none by another method', async () => {
    const link = (await reader('GET', `${PACK}/files/outcomes.csv`)).headers.get('location') ?? '';
    expect((await fetch(link)).status).toBe(200);
    const others = ['pack.pdf', 'disclosure.json', '../r2/outcomes.csv', '..%2Fr2%2Foutcomes.csv'].map(
      (name) => link.replace('/outcomes.csv', `/${name}`),
    );
    const elsewhere = link.replace('northshire', 'eastshire');
    const later = link.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=604800');
    for (const changed of [...others, elsewhere, later, link.replace(/&X-Amz-Signature=\w+/, '')]) {
      expect(changed).not.toBe(link);
      expect((await fetch(changed)).status).toBe(403);
    }
    for (const method of ['PUT', 'DELETE', 'POST', 'HEAD'])
      expect((await fetch(link, { method })).status).toBeGreaterThanOrEqual(400);
    expect((await fetch(link)).status).toBe(200);
  });
});

test('the operator is listed every run, the latest first, with how it ended', async () => {
  const { body } = await system.operator('GET', '/v1/runs');
  expect(body['runs']).toMatchObject([
    { month: MONTH, state: 'succeeded', outcomes: { issued: 1, unchanged: 1 } },
    { month: MONTH, state: 'succeeded', outcomes: { issued: 2 } },
  ]);
  expect(JSON.stringify(body)).not.toContain('steps');
});

test('the demonstration’s approvers release a pack by the same way as people do', async () => {
  let released = 0;
  const progress = { advance: (by: number) => void (released += by), stop: () => undefined };
  expect(await releasePacks(system, [{ code: 'eastshire', month: MONTH }], progress)).toBe(0);
  expect(released).toBe(1);
  const ofEastshire = await system.personOf('commissioner/eastshire/reader');
  expect((await ofEastshire('GET', '/v1/packs')).body['packs']).toMatchObject([
    { commissioner: 'eastshire', month: MONTH, revisions: [{ revision: 1, approvals: [{}, {}] }] },
  ]);
});
