import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
const FILES = ['outcomes.json', 'pack.pdf', 'pack.xlsx', 'pack.html', 'outcomes.csv', 'manifest.json'];
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const hashes = async (revision: number) =>
  Promise.all(FILES.map(async (name) => sha256(await system.file('northshire', MONTH, name, revision))));
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

test('the manifest names every file by its hash, and a link serves it for five minutes under its own name', async () => {
  const manifest = JSON.parse((await system.file('northshire', MONTH, 'manifest.json')).toString('utf8')) as {
    files: Record<string, { sha256: string; bytes: number }>;
    records: number;
  };
  expect(Object.keys(manifest.files).sort()).toEqual(FILES.filter((name) => name !== 'manifest.json').sort());
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
});

test('a replay as at an earlier instant gives the same bytes beside the packs and makes no revision', async () => {
  const { asAt } = await outcomes(1);
  const run = await system.runMonth({ month: MONTH, asAt });
  expect(run).toMatchObject({ state: 'succeeded', commissioners: [{ status: 'replayed', revision: 1 }] });
  const contents = await storedContents();
  expect((await hashes(1)).map((hash) => contents.get(hash))).toEqual(FILES.map(() => 2));
  expect((await hashes(2)).map((hash) => contents.get(hash))).toEqual(FILES.map(() => 1));
  expect((await system.operator('GET', `/v1/packs/northshire/${MONTH}`)).body).toMatchObject({
    revisions: [{ revision: 1 }, { revision: 2 }],
  });
});

test('no reference to a person or a record is in any file of a pack', async () => {
  const texts = await Promise.all(
    FILES.map(async (name) => (await system.file('northshire', MONTH, name, 2)).toString('latin1')),
  );
  expect(texts.join('')).not.toMatch(/SU-\d|SU-late|P-SU|janus-enterprise-1/);
});

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
