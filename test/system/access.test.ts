import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubjectAccess } from '../../shared/privacy/subject-access.ts';
import { auditEntries } from '../support/audit-entries.ts';
import { aClaim } from '../support/finance.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** What was recorded, by whom, and who was told: histories, subject access and the audit, through HTTP. */

let system: System;
beforeAll(async () => (system = await aSystem()));
afterAll(() => system.stop());

const client = { name: 'janus-enterprise' };

test('the history of a record tells every version, who sent it, when, and what it changed', async () => {
  const { provider } = system;
  await provider('PUT', '/v1/placements/P-1', aSentPlacement('SU-1'));
  await provider('PUT', '/v1/placements/P-1', aSentPlacement('SU-1', { sex: 'other', goal: 'reduction' }));
  await provider('PUT', '/v1/placements/P-1', aSentPlacement('SU-1', { sex: 'other', goal: 'reduction' }));
  await provider('DELETE', '/v1/placements/P-1?reason=entered-in-error');
  const withdrawn = await provider('GET', '/v1/placements/P-1/history');
  expect(withdrawn).toMatchObject({
    status: 200,
    body: {
      type: 'placement',
      id: 'P-1',
      versions: [
        { version: 1, outcome: 'created', client, changes: [], data: { sex: 'female' } },
        {
          version: 2,
          outcome: 'amended',
          client,
          changes: [
            { field: 'goal', from: 'abstinence', to: 'reduction' },
            { field: 'sex', from: 'female', to: 'other' },
          ],
        },
        { version: 3, outcome: 'withdrawn', reason: 'entered-in-error', client, changes: [] },
      ],
    },
  });
  await provider('PUT', '/v1/placements/P-1', aSentPlacement('SU-1', { ageBand: '25-34' }));
  const again = await provider('GET', '/v1/placements/P-1/history');
  const versions = again.body['versions'] as { recordedAt: string }[];
  expect(versions[3]).toMatchObject({
    version: 4,
    outcome: 'created',
    changes: [
      { field: 'ageBand', to: '25-34' },
      { field: 'goal', from: 'reduction', to: 'abstinence' },
      { field: 'sex', from: 'other', to: 'female' },
    ],
  });
  const instants = versions.map(({ recordedAt }) => recordedAt);
  expect(instants).toEqual(instants.toSorted());
  expect((await provider('GET', '/v1/placements/never/history')).status).toBe(404);
});

test('an id that went to somebody else has one history, without the closing of its old place', async () => {
  const { provider } = system;
  await provider('PUT', '/v1/sessions/S-1', aSentSession('SU-1'));
  await provider('DELETE', '/v1/sessions/S-1?reason=duplicate');
  await provider('PUT', '/v1/sessions/S-1', aSentSession('SU-2'));
  const { body } = await provider('GET', '/v1/sessions/S-1/history');
  expect(body['versions']).toMatchObject([
    { outcome: 'created', data: { personRef: 'SU-1' } },
    { outcome: 'withdrawn', reason: 'duplicate' },
    { outcome: 'created', changes: [{ field: 'personRef', from: 'SU-1', to: 'SU-2' }] },
  ]);
});

test('subject access tells everything held on one person and nobody else, and who was told before', async () => {
  // Of a claim their own line alone; an id that was never theirs is not.
  const scopes = ['finance/write'];
  const finance = await system.clientOf('finance', { provider: 'janus-enterprise', scopes });
  const { data: claim } = aClaim(
    [
      ['P-other', 2, 27_900],
      ['P-1', 4, 27_900],
    ],
    { provider: 'janus-enterprise', invoiceRef: 'INV-1' },
  );
  expect((await finance('PUT', '/v1/claims/C-1', claim)).status).toBe(201);
  await system.runMonth({ month: '2026-10' });
  const first = await system.provider('GET', '/v1/people/SU-1/access');
  expect(first.status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('no-store');
  const access = first.body as unknown as SubjectAccess;
  expect(access).toMatchObject({
    provider: 'janus-enterprise',
    providerName: 'Janus Enterprise',
    personRef: 'SU-1',
    records: [
      {
        type: 'placement',
        id: 'P-1',
        versions: [{ version: 1 }, { version: 2 }, { version: 3 }, { version: 4 }],
      },
      { type: 'session', id: 'S-1', versions: [{ outcome: 'created' }, { outcome: 'withdrawn' }] },
    ],
    claims: [
      {
        ...{ claim: 'C-1', version: 1, month: '2026-01', commissioner: 'northshire', block: 'spot' },
        ...{ invoiceRef: 'INV-1', placement: 'P-1', weeks: 4, ratePence: 27_900 },
        client: { name: 'finance' },
      },
    ],
    accesses: [{ action: 'subject-access', format: 'json', client }],
  });
  // Placed, but nobody has seen them attend: among those who have not started.
  expect(access.figures).toContainEqual({
    commissioner: 'northshire',
    month: '2026-10',
    revision: 1,
    measure: 'family-engagement',
  });
  expect(access.figures.map(({ measure }) => measure)).not.toContain('abstinence-retention');
  expect(JSON.stringify(access)).not.toMatch(/SU-2|P-other/);
  await finance('DELETE', '/v1/claims/C-1');
  const second = (await system.provider('GET', '/v1/people/SU-1/access')).body as unknown as SubjectAccess;
  expect(second.accesses).toHaveLength(2);
  expect(second.claims).toMatchObject([{ claim: 'C-1', version: 2, withdrawn: true, placement: 'P-1' }]);
});

test('the same as a document to read, asked for in either way', async () => {
  for (const [path, headers] of [
    ['/v1/people/SU-1/access?format=pdf', {}],
    ['/v1/people/SU-1/access', { accept: 'application/pdf' }],
  ] as const) {
    const answer = await system.provider('GET', path, undefined, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(String(answer.body['text']).startsWith('%PDF-1.7')).toBe(true);
    expect(answer.headers.get('content-disposition')).not.toContain('SU-1');
  }
  expect(await system.provider('GET', '/v1/people/SU-1/access?format=docx')).toMatchObject({
    status: 400,
    body: { code: 'invalid-format' },
  });
  expect((await system.provider('GET', '/v1/people/SU-404/access')).status).toBe(404);
});

test('the audit lists links and accesses, newest first, the operator without references', async () => {
  await system.file('northshire', '2026-10', 'pack.pdf');
  const own = (await system.provider('GET', '/v1/audit?month=2026-11')).body['entries'] as {
    action: string;
  }[];
  expect(own.filter(({ action }) => action === 'subject-access')).toMatchObject([
    { action: 'subject-access', format: 'pdf', personRef: 'SU-1', client },
    { action: 'subject-access', format: 'pdf' },
    { action: 'subject-access', format: 'json' },
    { action: 'subject-access', format: 'json' },
  ]);
  const all = await auditEntries(system.operator);
  // The claim of this person's placement was sent twice.
  expect(all).toHaveLength(7);
  expect(all[0]).toMatchObject({ action: 'link-issued', file: 'pack.pdf', client: { name: 'operator' } });
  expect(JSON.stringify(all)).not.toContain('SU-1');
  expect((await system.operator('GET', '/v1/audit?month=2026-10')).body).toEqual({
    month: '2026-10',
    entries: [],
  });
  expect((await system.operator('GET', '/v1/audit?month=October')).status).toBe(400);
});
