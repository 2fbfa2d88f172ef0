import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aSystem, type Call, type System } from '../support/system.ts';

/** A block from its purchase to its second statement, as finance sees it. */

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'janus-statements-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

let finance: { commissioner: Call; provider: Call };

async function started(clock: string): Promise<System> {
  const system = await aSystem(clock, folder);
  finance = {
    commissioner: await system.financeOf('commissioner'),
    provider: await system.financeOf('provider'),
  };
  return system;
}

/** Takes a file out of the bucket, as if it had never been written. */
async function forget(key: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /keys\/[^/]+$/.test(name));
  for (const name of files) {
    const path = join(folder, name);
    if ((JSON.parse(await readFile(path, 'utf8')) as { key: string }).key === key) return rm(path);
  }
  throw new Error(`no file ${key}`);
}

const runStatements = (system: System) => system.runMonth({ kind: 'statements' });

/** The smallest block: 36 weeks for £9,541.80, £265.05 a week. */
const block = {
  provider: 'janus-enterprise',
  commissioner: 'northshire',
  service: 'day-programme',
  weeks: 36,
  pricePence: 954_180,
  boughtOn: '2026-09-01',
  validFrom: '2026-09-07',
  validTo: '2027-01-31',
  orderNumber: 'PO-4471',
};

/** From Monday 28 September, which belongs to September, on. */
const placed = (personRef: string, more: object = {}) =>
  aSentPlacement(personRef, {
    ...{ referredOn: '2026-09-20', startsOn: '2026-09-28', plannedEndOn: '2026-12-20' },
    ...{ funding: 'block', block: 'B-1', ...more },
  });

test('on 4 November October is provisional: two people used the block, one paid by the week', async () => {
  const system = await started('2026-11-04T12:00:00Z');
  expect((await finance.commissioner('PUT', '/v1/blocks/B-1', block)).status).toBe(201);
  const records = [
    { type: 'placement', id: 'P-1', ...placed('SU-1') },
    { type: 'placement', id: 'P-2', ...placed('SU-2', { endedOn: '2026-10-18', endReason: 'left' }) },
    { type: 'placement', id: 'P-3', ...placed('SU-3', { funding: 'spot', block: undefined }) },
    { type: 'session', id: 'S-1', ...aSentSession('SU-1', { startsAt: '2026-10-06T09:00:00Z' }) },
  ];
  expect((await system.provider('POST', '/v1/batches', { records })).body['counts']).toMatchObject({
    created: 4,
  });
  expect(await runStatements(system)).toMatchObject({
    kind: 'statements',
    state: 'succeeded',
    commissioners: [{ commissioner: 'northshire', status: 'issued' }],
  });

  // September is over and final: a week each of the block, one on the spot at £279.
  const september = await finance.commissioner('GET', '/v1/blocks/B-1/statement?month=2026-09');
  expect(september.body).toMatchObject({
    ...{ state: 'final', cutOff: '2026-10-04' },
    blocks: [{ block: 'B-1', bought: { weeks: 36, pence: 954_180 }, used: { weeks: 2, pence: 53_010 } }],
    due: { bought: 954_180, spot: 27_900, adjustments: 0, total: 982_080 },
  });
  // October has the Mondays 5, 12, 19 and 26: P-1 four weeks, P-2 two.
  const october = await finance.commissioner('GET', '/v1/blocks/B-1/statement?month=2026-10');
  expect(october.body).toMatchObject({
    state: 'provisional',
    blocks: [{ opening: { weeks: 34 }, used: { weeks: 6 }, closing: { weeks: 28, pence: 742_140 } }],
    due: { spot: 4 * 27_900, total: 111_600 },
  });
  expect(october.body).not.toHaveProperty('lines');
  await system.close();
});

test('on 8 November it is final, and has files that say the same', async () => {
  const system = await started('2026-11-08T12:00:00Z');
  await runStatements(system);
  const statement = '/v1/blocks/B-1/statement?month=2026-10';
  expect((await finance.commissioner('GET', statement)).body).toMatchObject({ state: 'final' });
  const fileOf = async (format: string) => {
    const link = await finance.commissioner('GET', `${statement}&format=${format}`);
    expect(link.status).toBe(302);
    const response = await fetch(link.headers.get('location') ?? '');
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  expect((await fileOf('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await fileOf('xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await fileOf('csv')).toString()).toContain('WEE');
  // Made again the same night, it is the same.
  const before = await fileOf('pdf');
  await runStatements(system);
  expect((await fileOf('pdf')).equals(before)).toBe(true);

  // The whole of it, spot too, is under the two it is between; each of them finds it in a list.
  const whole = await finance.commissioner('GET', '/v1/statements/northshire/janus-enterprise/2026-10');
  expect(whole.body).toMatchObject({
    state: 'final',
    due: { total: 111_600 },
    spot: [{ used: { weeks: 4 } }],
  });
  const list = await finance.provider('GET', '/v1/statements');
  expect(list.body['statements']).toMatchObject([
    { month: '2026-09', state: 'final' },
    { month: '2026-10', state: 'final', commissioner: 'northshire', provider: 'janus-enterprise' },
    { month: '2026-11', state: 'provisional', provisionalOn: '2026-11-08' },
  ]);
  const ofSpot = await finance.provider('GET', '/v1/statements/northshire/janus-enterprise/2026-10');
  expect((ofSpot.body['lines'] as { placement: string }[]).map(({ placement }) => placement)).toEqual([
    ...['P-1', 'P-2', 'P-3'],
  ]);

  // The provider is told the placements behind it; nobody else is.
  const own = await finance.provider('GET', statement);
  expect(own.body['lines']).toMatchObject([
    { placement: 'P-1', finding: 'claim-missing', used: { weeks: 4, pence: 106_020 } },
    { placement: 'P-2', finding: 'claim-missing', used: { weeks: 2 }, flags: ['no-attendance'] },
  ]);
  await system.close();
});

test('a statement whose files a crash kept from being written is nobody’s until the next run wrote them', async () => {
  for (const file of ['manifest.sig', 'manifest.json', 'statement.pdf'])
    await forget(`finance/northshire/2026-10/final/janus-enterprise/${file}`);
  const system = await started('2026-11-09T12:00:00Z');
  const statement = '/v1/blocks/B-1/statement?month=2026-10';
  // The one before it still counts.
  expect((await finance.commissioner('GET', statement)).body).toMatchObject({ state: 'provisional' });
  await runStatements(system);
  const { body } = await finance.commissioner('GET', statement);
  expect([body['state'], String(body['madeAt']).slice(0, 10)]).toEqual(['final', '2026-11-08']);
  const link = await finance.commissioner('GET', `${statement}&format=pdf`);
  expect((await fetch(link.headers.get('location') ?? '')).status).toBe(200);
  await system.close();
});

test('what comes late is adjusted in the next statement; nothing issued changes', async () => {
  const system = await started('2026-12-08T12:00:00Z');
  // P-2 had left a week earlier than was said.
  const amended = placed('SU-2', { endedOn: '2026-10-11', endReason: 'left' });
  expect((await system.provider('PUT', '/v1/placements/P-2', amended)).status).toBe(200);
  const claim = {
    ...{ provider: 'janus-enterprise', commissioner: 'northshire', month: '2026-11', block: 'B-1' },
    lines: [{ placement: 'P-1', weeks: 4, ratePence: 26_505 }],
    totalPence: 106_020,
  };
  expect((await finance.provider('PUT', '/v1/claims/C-1', claim)).status).toBe(201);
  await runStatements(system);
  const of = async (month: string) =>
    (await finance.commissioner('GET', `/v1/blocks/B-1/statement?month=${month}`)).body;
  expect(await of('2026-10')).toMatchObject({ blocks: [{ used: { weeks: 6 }, closing: { weeks: 28 } }] });
  // November has five Mondays; four were claimed.
  expect(await of('2026-11')).toMatchObject({
    state: 'final',
    blocks: [
      {
        opening: { weeks: 28 },
        used: { weeks: 5 },
        adjustments: [{ month: '2026-10', used: { weeks: -1, pence: -26_505 } }],
        closing: { weeks: 24 },
      },
    ],
    // October is compared again, since its use was adjusted.
    reconciliation: [
      { month: '2026-10', account: 'B-1', finding: 'claim-missing', placements: 2 },
      { month: '2026-11', account: 'B-1', finding: 'under-claimed' },
    ],
    claims: [{ id: 'C-1', month: '2026-11', account: 'B-1', claimed: { weeks: 4, pence: 106_020 } }],
  });
  await system.close();
});

test('an erased person gives no week back, and no file of finance ever named them', async () => {
  const system = await started('2027-01-08T12:00:00Z');
  expect((await system.provider('DELETE', '/v1/people/SU-1')).status).toBe(200);
  // The same id for somebody else gives nothing back either.
  const another = placed('SU-4', { startsOn: '2026-12-21', plannedEndOn: '2027-01-31' });
  expect((await system.provider('PUT', '/v1/placements/P-1', another)).status).toBe(201);
  await runStatements(system);
  const { body } = await finance.commissioner('GET', '/v1/blocks/B-1/statement?month=2026-12');
  // SU-1 used the weeks of 7, 14, 21 and 28 December, of which nothing was issued when they were erased, up to its
  // planned end and beyond, since nobody ended it; SU-4 those of 21 and 28 December.
  expect(body).toMatchObject({
    state: 'final',
    blocks: [{ opening: { weeks: 24 }, used: { weeks: 6 }, adjustments: [], closing: { weeks: 18 } }],
  });
  await system.close();
});

test('finance is told once of each point that a block comes past, and of nobody', async () => {
  const outbox = join(folder, 'outbox');
  const alerts = await Promise.all(
    (await readdir(outbox)).map((name) => readFile(join(outbox, name), 'utf8')),
  );
  expect(alerts.map((text) => (JSON.parse(text) as { crossing: string }).crossing)).toEqual([
    'expires-within-28-days',
  ]);
  expect(alerts.join()).not.toMatch(/SU-|P-\d/);
});

test('whoever is not of the block, or may not read finance, learns nothing', async () => {
  const system = await started('2027-01-08T12:00:00Z');
  await system.operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  const other = await system.clientOf('other', {
    commissioner: 'eastshire',
    scopes: ['finance/read'],
  });
  const path = '/v1/blocks/B-1/statement?month=2026-10';
  expect((await other('GET', path)).status).toBe(404);
  const whole = '/v1/statements/northshire/janus-enterprise/2026-10';
  expect((await other('GET', whole)).status).toBe(404);
  expect((await other('GET', '/v1/statements')).body).toEqual({ statements: [] });
  expect((await finance.commissioner('GET', `${whole}?format=docx`)).body['code']).toBe('invalid-format');
  expect((await system.provider('GET', path)).status).toBe(403);
  expect((await finance.commissioner('GET', '/v1/blocks/B-9/statement?month=2026-10')).status).toBe(404);
  expect((await finance.commissioner('GET', '/v1/blocks/B-1/statement?month=2026-07')).status).toBe(404);
  expect((await finance.commissioner('GET', '/v1/blocks/B-1/statement')).body['code']).toBe('invalid-month');
  await system.close();
});
