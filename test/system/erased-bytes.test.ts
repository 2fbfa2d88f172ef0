import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entriesOf } from '../local/table/held-in-folder.ts';
import { auditEntries } from '../support/audit-entries.ts';
import { filesHolding } from '../support/find-bytes.ts';
import { aClaim } from '../support/finance.ts';
import { aCohort, aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type Call, type System } from '../support/system.ts';

/** After an erasure no file of the data folder holds the reference or an id of theirs, not one byte of it. */

const REF = 'SU-zebra-7731';
const IDS = ['P-zebra-1', 'S-zebra-2', 'S-zebra-3', 'T-zebra-4'];
/** An id that is also somebody else's, before or after, stays with what is theirs. */
const SHARED = 'S-zebra-5';

let system: System;
let claims: Call;
beforeAll(async () => {
  system = await aSystem();
  claims = await system.clientOf('claims', {
    provider: 'janus-enterprise',
    scopes: ['finance/read', 'finance/write'],
  });
});
afterAll(() => system.stop());

const aClaimOf = (placements: readonly string[]) =>
  aClaim(
    placements.map((placement) => [placement, 4, 27_900] as const),
    { provider: 'janus-enterprise' },
  ).data;

test('everything that leaves a trace of a person is done to them', async () => {
  const { provider } = system;
  await provider('POST', '/v1/batches', { records: aCohort() });
  const [placement = '', session = '', withdrawn = '', amended = ''] = IDS;
  const referred = { referrer: 'team-1', reportAgreement: 'agreed' };
  const sent: [string, object][] = [
    [`placements/${placement}`, aSentPlacement(REF, referred)],
    [`sessions/${session}`, aSentSession(REF, { placement })],
    [`sessions/${withdrawn}`, aSentSession(REF)],
    [`tests/${amended}`, aSentTest(REF)],
    [`tests/${amended}`, aSentTest(REF, { matrix: 'hair' })],
    [`sessions/${SHARED}`, aSentSession(REF)],
  ];
  for (const [path, body] of sent)
    expect((await provider('PUT', `/v1/${path}`, body)).status).toBeLessThan(300);
  await provider('DELETE', `/v1/sessions/${withdrawn}?reason=consent-withdrawn`);
  // An id goes to somebody else and comes back.
  for (const [personRef] of [['SU-1'], [REF]] as const) {
    await provider('DELETE', `/v1/sessions/${SHARED}?reason=entered-in-error`);
    expect((await provider('PUT', `/v1/sessions/${SHARED}`, aSentSession(personRef))).status).toBe(201);
  }
  const reports = await system.clientOf('reports', {
    provider: 'janus-enterprise',
    scopes: ['reports/read'],
  });
  expect((await reports('GET', `/v1/people/${REF}/report`)).status).toBe(200);
  // The commissioner changes, so that a former version stays on an index.
  await system.operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  await provider('PUT', `/v1/placements/${placement}`, aSentPlacement(REF, { commissioner: 'eastshire' }));
  // Claims name placements: one that names it still, one that did, one that was withdrawn, one that was refused.
  for (const [path, claim] of [
    ['claims/C-1', aClaimOf([placement, 'P-SU-1'])],
    ['claims/C-2', aClaimOf([placement])],
    ['claims/C-2', aClaimOf(['P-SU-1'])],
    ['claims/C-5', aClaimOf([placement, 'P-SU-1'])],
  ] as const)
    expect((await claims('PUT', `/v1/${path}`, claim)).status).toBeLessThan(300);
  expect((await claims('DELETE', '/v1/claims/C-5')).status).toBe(200);
  const refused = await claims('PUT', '/v1/claims/C-3', { ...aClaimOf([placement]), totalPence: 1 });
  expect(refused.status).toBe(422);
  await system.runMonth({ month: '2026-10' });
  expect((await provider('GET', `/v1/people/${REF}/access`)).status).toBe(200);
  expect((await provider('GET', `/v1/people/${REF}/access?format=pdf`)).status).toBe(200);
  await provider('PUT', `/v1/sessions/${session}`, { personRef: REF, kind: 'nonsense' });

  expect(await filesHolding(system.dataDir, REF)).not.toEqual([]);
  for (const id of IDS) expect([id, await filesHolding(system.dataDir, id)]).not.toEqual([id, []]);
});

test('after their erasure, a refused record and the end of the system no file holds any of it', async () => {
  expect(await system.provider('DELETE', `/v1/people/${REF}`)).toMatchObject({
    status: 200,
    body: { state: 'erased', records: { placement: 1, session: 3, test: 1 } },
  });
  expect((await system.provider('PUT', '/v1/sessions/S-zebra-2', aSentSession(REF))).status).toBe(410);
  expect((await system.provider('GET', `/v1/people/${REF}/access`)).status).toBe(410);
  // What was claimed is sent again, and once more for another month.
  const again = aClaimOf(['P-zebra-1', 'P-SU-1']);
  expect((await claims('PUT', '/v1/claims/C-1', again)).body).toMatchObject({ outcome: 'unchanged' });
  expect((await claims('PUT', '/v1/claims/C-4', { ...again, month: '2026-02' })).status).toBe(201);
  for (const id of ['C-1', 'C-4'])
    expect((await claims('GET', `/v1/claims/${id}`)).body).toMatchObject({
      lines: [{ placement: 'erased-1', weeks: 4 }, { placement: 'P-SU-1' }],
      totalPence: 223_200,
    });
  await system.runMonth({ month: '2026-10' });
  const audited = await auditEntries(system.provider);
  const ofPeople = audited.filter(({ action }) => !/^claim-/.test(action));
  expect(ofPeople).toMatchObject([
    { action: 'person-erased' },
    { action: 'subject-access', format: 'pdf' },
    { action: 'subject-access', format: 'json' },
    { action: 'report-issued', recipient: 'team-1' },
  ]);
  await system.close();
  for (const text of [REF, ...IDS])
    expect([text, await filesHolding(system.dataDir, text)]).toEqual([text, []]);
  // Nor does an entry say it, whatever way it is written down.
  const entries = (await entriesOf(join(system.dataDir, 'table'))).map((entry) => entry.join(' '));
  const mentioning = (text: string) => entries.filter((entry) => entry.includes(text));
  for (const text of [REF, ...IDS]) expect([text, mentioning(text)]).toEqual([text, []]);
  expect(mentioning(SHARED)).not.toEqual([]);
});
