import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { checkFolder } from '../../scripts/verify/check-folder.ts';
import { type OutcomeDocument, outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { aCohort, aSentPlacement, aSentSession } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

let system: System;
beforeAll(async () => {
  system = await aSystem();
  const sent = await system.provider('POST', '/v1/batches', { records: aCohort() });
  expect(sent.body).toMatchObject({ counts: { created: 42, rejected: 0 } });
});
afterAll(() => system.stop());

const MONTH = '2026-10';
/** What a replay writes too; a signature is of what was issued. */
const UNSIGNED = [
  'outcomes.json',
  'pack.pdf',
  'pack.xlsx',
  'pack.html',
  'outcomes.csv',
  'outcomes.csv-metadata.json',
  'manifest.json',
];
const SIGNATURE = ['signing-key.pem', 'manifest.sig'];
const FILES = [...UNSIGNED, ...SIGNATURE];
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const hashes = async (revision: number, names = FILES) =>
  Promise.all(names.map(async (name) => sha256(await system.file('northshire', MONTH, name, revision))));
const outcomes = async (revision: number): Promise<OutcomeDocument> => {
  const file = await system.file('northshire', MONTH, 'outcomes.json', revision);
  return outcomeDocumentSchema.parse(JSON.parse(file.toString('utf8')));
};

test('a month that has not ended is refused, whatever the hour', async () => {
  expect(await system.operator('POST', '/v1/runs', { month: '2026-11' })).toMatchObject({
    status: 409,
    body: { code: 'month-open' },
  });
  expect(await system.operator('POST', '/v1/runs', { month: '2026-13' })).toMatchObject({ status: 422 });
  expect(await system.operator('POST', '/v1/runs', { month: MONTH, commissioner: 'nowhere' })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'unknown-commissioner' }] },
  });
});

test('a run leaves a pack whose figures are those worked out by hand', async () => {
  const run = await system.runMonth({ month: MONTH });
  expect(run).toMatchObject({
    state: 'succeeded',
    commissioners: [{ commissioner: 'northshire', status: 'issued', revision: 1 }],
  });
  const { measures, month, revision } = await outcomes(1);
  expect({ month, revision }).toEqual({ month: MONTH, revision: 1 });
  // Of 20: positive on day 10 (2), left on day 30 (6), completed on day 84 (12, after the events of that day).
  // Two events alone are withheld; eight of twenty by day 56 leave 0.6, by Greenwood v = 2/(20·18) + 6/(18·12).
  const retention = measures['abstinence-retention'];
  if (retention?.kind !== 'survival') throw new Error('no survival figure');
  expect(retention.journeys).toBe(20);
  const at = (day: number) => retention.points.find((point) => point.day === day);
  expect(at(28)).toEqual({ day: 28, state: 'suppressed' });
  const shown = at(56)?.state === 'estimated' ? at(56) : at(84);
  if (shown?.state !== 'estimated') throw new Error('neither day 56 nor day 84 is shown');
  expect(shown.value).toBeCloseTo(0.6, 12);
  const spread = 1.959963984540054 * Math.sqrt(2 / (20 * 18) + 6 / (18 * 12));
  expect(shown.lower).toBeCloseTo(Math.pow(0.6, Math.exp(-spread / Math.log(0.6))), 9);
  expect(shown.upper).toBeCloseTo(Math.pow(0.6, Math.exp(spread / Math.log(0.6))), 9);
});

test('the log leads from the request that began a run to the pack, and from there to who was given a link', async () => {
  const link = await system.operator('GET', `/v1/packs/northshire/${MONTH}/files/pack.pdf`);
  expect(link.status).toBeLessThan(400);
  const lines = (await readFile(system.logFile, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ofMessage = (message: string) => lines.findLast((line) => line['message'] === message)!;

  expect(ofMessage('batch taken in')).toMatchObject({
    requestId: expect.any(String) as unknown,
    batchId: expect.any(String) as unknown,
  });
  const { runId } = ofMessage('run started');
  expect(ofMessage('run started')['requestId']).toEqual(expect.any(String) as unknown);
  const rendered = lines.find((line) => line['message'] === 'pack rendered' && line['runId'] === runId);
  expect(rendered).toMatchObject({ commissioner: 'northshire', month: MONTH, revision: 1 });
  expect(ofMessage('link issued')).toMatchObject({
    requestId: expect.any(String) as unknown,
    commissioner: 'northshire',
    month: MONTH,
    revision: 1,
  });
  const counted = (name: string) =>
    lines.flatMap((line) => (line['message'] === 'counted' && line['name'] === name ? [line['value']] : []));
  expect(counted('RecordsTakenIn')).toEqual([42]);
  expect(counted('PacksIssued')).toEqual([1]);
  expect(counted('CommissionersFailed')).toEqual([0]);
});

test('the manifest names every file by its hash, and a link serves it for five minutes under its own name', async () => {
  const manifest = JSON.parse((await system.file('northshire', MONTH, 'manifest.json')).toString('utf8')) as {
    files: Record<string, { sha256: string; bytes: number }>;
    records: number;
  };
  expect(Object.keys(manifest.files).sort()).toEqual(
    UNSIGNED.filter((name) => name !== 'manifest.json').sort(),
  );
  for (const [name, { sha256: stated, bytes }] of Object.entries(manifest.files)) {
    const file = await system.file('northshire', MONTH, name);
    expect([sha256(file), file.length]).toEqual([stated, bytes]);
  }
  expect(manifest.records).toBe(42);

  const link = await system.operator('GET', `/v1/packs/northshire/${MONTH}/files/pack.pdf`, undefined, {
    accept: 'application/json',
  });
  expect(link.status).toBe(200);
  const url = new URL(String(link.body['url']));
  expect(url.searchParams.get('X-Amz-Expires')).toBe('300');
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toContain('northshire-2026-10-r1-pack.pdf');
  url.searchParams.set('X-Amz-Expires', '3000');
  expect((await fetch(url)).status).toBe(403);
  expect((await system.operator('GET', `/v1/packs/northshire/${MONTH}/files/..%2Fsecret`)).status).toBe(404);
});

test('nothing new makes no new revision; a new record makes one and leaves the first untouched', async () => {
  const first = await hashes(1);
  expect(await system.runMonth({ month: MONTH })).toMatchObject({
    state: 'succeeded',
    commissioners: [{ status: 'unchanged' }],
  });
  // A fact after the month's last day is nothing new for the month.
  await system.provider(
    'PUT',
    '/v1/sessions/S-later',
    aSentSession('SU-19', { startsAt: '2026-11-02T10:00:00Z' }),
  );
  expect(await system.runMonth({ month: MONTH })).toMatchObject({ commissioners: [{ status: 'unchanged' }] });

  await system.provider('PUT', '/v1/placements/P-late', aSentPlacement('SU-late-1'));
  await system.provider('PUT', '/v1/sessions/S-late', aSentSession('SU-late-1'));
  expect(await system.runMonth({ month: MONTH })).toMatchObject({
    commissioners: [{ status: 'issued', revision: 2 }],
  });
  expect(await hashes(1)).toEqual(first);
  expect((await outcomes(2)).measures['abstinence-retention']).toMatchObject({ journeys: 21 });
  const pack = await system.operator('GET', `/v1/packs/northshire/${MONTH}`);
  expect(pack.body).toMatchObject({ revisions: [{ revision: 1 }, { revision: 2 }] });
  const manifest = JSON.parse(
    (await system.file('northshire', MONTH, 'manifest.json', 2)).toString('utf8'),
  ) as object;
  expect(manifest).toMatchObject({ revision: 2, previousRevision: 1 });
});

test('two runs of a month at once make one revision', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => system.runMonth({ month: '2026-08' })));
  expect(runs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  const pack = await system.operator('GET', '/v1/packs/northshire/2026-08');
  expect((pack.body['revisions'] as unknown[]).length).toBe(1);
  console.log('Three runs of the same month at once: 3 of 3 succeed, 1 revision.');
});

test('a replay as at an earlier instant gives the same bytes beside the packs and makes no revision', async () => {
  const { asAt } = await outcomes(1);
  const run = await system.runMonth({ month: MONTH, asAt });
  expect(run).toMatchObject({ state: 'succeeded', commissioners: [{ status: 'replayed', revision: 1 }] });
  const contents = await storedContents();
  const timesHeld = async (revision: number, names: string[]) =>
    (await hashes(revision, names)).map((hash) => contents.get(hash));
  expect(await timesHeld(1, UNSIGNED)).toEqual(UNSIGNED.map(() => 2));
  expect(await timesHeld(2, UNSIGNED)).toEqual(UNSIGNED.map(() => 1));
  expect(await timesHeld(1, ['manifest.sig'])).toEqual([1]);
  expect((await system.operator('GET', `/v1/packs/northshire/${MONTH}`)).body).toMatchObject({
    revisions: [{ revision: 1 }, { revision: 2 }],
  });
});

test('a pack is what its manifest says, signed with the key that the interface publishes', async () => {
  const key = await fetch(`${system.baseUrl}/signing-key.pem`);
  expect([key.status, key.headers.get('content-type')]).toEqual([200, 'application/x-pem-file']);
  const pem = await key.text();
  const listed = await system.operator('GET', `/v1/packs/northshire/${MONTH}`);
  const revisions = listed.body['revisions'] as { revision: number; inputFingerprint: string }[];
  for (const { revision, inputFingerprint } of revisions) {
    const files = await filesOf(revision);
    const findings = checkFolder(files, { key: pem, fingerprint: inputFingerprint });
    expect(findings.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['pack.pdf', 'issue', 'fingerprint', 'signature']),
    );
  }
  const files = await filesOf(1);
  files.set('pack.pdf', Buffer.concat([files.get('pack.pdf')!, Buffer.from(' ')]));
  expect(checkFolder(files, { key: pem }).filter(({ verdict }) => verdict === 'wrong')).toMatchObject([
    { what: 'pack.pdf', says: expect.stringMatching(/^changed/) as string },
  ]);
});

test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
  'openssl alone can check a signature',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'janus-pack-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const [name, bytes] of await filesOf(2)) await writeFile(join(folder, name), bytes);
    const check = () =>
      spawnSync(
        'openssl',
        ['dgst', '-sha256', '-verify', 'signing-key.pem', '-signature', 'manifest.sig', 'manifest.json'],
        { cwd: folder, encoding: 'utf8' },
      );
    expect(check()).toMatchObject({ status: 0, stdout: 'Verified OK\n' });
    await appendFile(join(folder, 'manifest.json'), ' ');
    expect(check().status).toBe(1);
  },
);

test('who opens an older revision is told which is the newest, in a header, a field and the name of the file', async () => {
  const path = `/v1/packs/northshire/${MONTH}`;
  const open = async (revision: string, accept = '*/*') =>
    system.operator('GET', `${path}/files/pack.pdf${revision}`, undefined, { accept });
  const old = await open('?revision=1');
  expect([old.status, old.headers.get('superseded-by')]).toEqual([302, 'r2']);
  expect(old.headers.get('location')).toContain('northshire-2026-10-r1-superseded-by-r2-pack.pdf');
  const asJson = await open('?revision=1', 'application/json');
  expect([asJson.body['supersededBy'], asJson.headers.get('superseded-by')]).toEqual([2, 'r2']);

  for (const newest of [await open('?revision=2'), await open('', 'application/json')]) {
    expect(newest.headers.get('superseded-by')).toBeNull();
    expect(newest.body).not.toHaveProperty('supersededBy');
  }
  const [first, second] = (await system.operator('GET', path)).body['revisions'] as object[];
  expect(first).toMatchObject({ revision: 1, supersededBy: 2 });
  expect(second).not.toHaveProperty('supersededBy');
  const all = (await system.operator('GET', '/v1/packs?month=2026-10')).body['packs'] as object[];
  expect(all).toMatchObject([{ revisions: [{ revision: 1, supersededBy: 2 }, { revision: 2 }] }]);
});

test('anybody may have the schema of the outcome document, as it is in docs', async () => {
  const response = await fetch(`${system.baseUrl}/outcome-document.schema.json`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/schema+json']);
  expect(await response.text()).toBe(await readFile('docs/outcome-document.schema.json', 'utf8'));
});

test('no reference to a person or a record is in any file of a pack', async () => {
  const texts = await Promise.all(
    FILES.map(async (name) => (await system.file('northshire', MONTH, name, 2)).toString('latin1')),
  );
  expect(texts.join('')).not.toMatch(/SU-\d|SU-late|P-SU|janus-enterprise-1/);
});

/** The files of a revision, by name, as they are opened. */
async function filesOf(revision: number): Promise<Map<string, Uint8Array>> {
  const opened = FILES.map(
    async (name) => [name, await system.file('northshire', MONTH, name, revision)] as const,
  );
  return new Map(await Promise.all(opened));
}

/** How often each content is held by the object store, by its hash, read from its folder. */
async function storedContents(): Promise<Map<string, number>> {
  const entries = await readdir(join(system.dataDir, 'objects'), { recursive: true, withFileTypes: true });
  const found = new Map<string, number>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const hash = sha256(await readFile(join(entry.parentPath, entry.name)));
    found.set(hash, (found.get(hash) ?? 0) + 1);
  }
  return found;
}
