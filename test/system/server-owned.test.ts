import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTypeNames, typeNamed } from '../../shared/records/registry.ts';
import { aBlock, aClaim } from '../support/finance.ts';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type Answer, type Call, type System } from '../support/system.ts';

/** What only we say of something, sent along by a client: it is refused, and nothing is stored. */

let system: System;
let finance: Call;
beforeAll(async () => {
  system = await aSystem();
  finance = await system.financeOf('provider');
});
afterAll(() => system.stop());

/** Names of attributes that are stored beside what was sent, and values that a sender would like them to have. */
const OWNED: Readonly<Record<string, unknown>> = {
  ...{ PK: 'PERSON#other#SU-1', SK: 'x', GSI1PK: 'x', GSI2PK: 'x', GSI3PK: 'x', partition: 'x', base: 7 },
  ...{ provider: 'other', client: 'somebody', sub: 'somebody', version: 99, hash: 'x', batchId: 'x' },
  ...{ recordedAt: '2020-01-01T00:00:00Z', receivedAt: '2020-01-01T00:00:00Z', data: {}, expiresAt: 1 },
  ...{ late: true, moving: true, withdrawn: 'duplicate', erased: true, released: true, approvals: [] },
};

const SENT: Readonly<Record<string, object>> = {
  placement: aSentPlacement('SU-1'),
  session: aSentSession('SU-1'),
  test: aSentTest('SU-1'),
  lapse: {
    personRef: 'SU-1',
    openedOn: '2026-02-02',
    source: 'worker',
    substance: 'alcohol',
    outcome: 'open',
  },
  milestone: {
    ...{ personRef: 'SU-1', step: 'training-started', reachedOn: '2026-02-02', evidence: 'verified' },
  },
  review: { personRef: 'SU-1', stage: 'start', reviewedOn: '2026-02-02', daysUsed: { alcohol: 3 } },
  reflection: {
    ...{ workerRef: 'W-1', reflectedOn: '2026-02-02', culture: 3, stance: 3, clientWork: 3 },
    ...{ boundaries: 3, mythology: 3, selfReflection: 3 },
  },
};

const fieldsOf = ({ body }: Answer) =>
  (body['errors'] as { field: string; code: string }[] | undefined)
    ?.filter(({ code }) => code === 'unknown-field')
    .map(({ field }) => field);

describe.each(recordTypeNames)('a %s', (type) => {
  const path = `/v1/${typeNamed(type)!.collection}/OWNED-1`;

  test.each(Object.entries(OWNED))('with %s is refused', async (name, value) => {
    const answer = await system.provider('PUT', path, { ...SENT[type], [name]: value });
    expect([answer.status, fieldsOf(answer)?.length]).toEqual([422, 1]);
    const { body } = await system.provider('POST', '/v1/batches', {
      records: [{ type, id: 'OWNED-1', ...SENT[type], [name]: value }],
    });
    expect(body['counts']).toMatchObject({ created: 0, rejected: 1 });
  });

  test('is taken in without them, and they say what is so', async () => {
    expect((await system.provider('GET', path)).status).toBe(404);
    expect((await system.provider('PUT', path, SENT[type])).status).toBe(201);
    expect((await system.provider('GET', path)).body).toMatchObject({
      version: 1,
      recordedAt: expect.stringMatching(/^2026-11-04T/) as unknown,
    });
  });
});

test('a batch, an upload, a run, a receipt and an entry of a registry have no fields besides their own', async () => {
  const { operator, provider } = system;
  for (const [name, value] of Object.entries({ ...OWNED, state: 'done', client: 'x', id: 'x' })) {
    const more = { [name]: value };
    const answers = [
      await provider('POST', '/v1/batches', { records: [{}], ...more }),
      await provider('POST', '/v1/uploads', { format: 'ndjson', ...more }),
      await provider('PUT', '/v1/receipts/2026-10', { nothingToSend: [], ...more }),
      await operator('POST', '/v1/runs', { month: '2026-10', ...more }),
      await operator('PUT', '/v1/providers/owned', { name: 'Owned', ...more }),
      await operator('PUT', '/v1/commissioners/owned', { name: 'Owned', ...more }),
      await operator('PUT', '/v1/referrers/owned', { name: 'Owned', ...more }),
    ];
    expect([name, ...answers.map(({ status }) => status)]).toEqual([name, ...answers.map(() => 422)]);
  }
  expect((await operator('GET', '/v1/providers/owned')).status).toBe(404);
  expect((await operator('GET', '/v1/runs')).body).toMatchObject({ runs: [] });
});

test('a client has the binding and scopes that it is given, and chooses neither its id nor its secret', async () => {
  const settings = { provider: 'janus-enterprise', scopes: ['records/read'] };
  for (const more of [{ clientId: 'x' }, { secret: 'x' }, { operator: true }, { isPerson: true }])
    expect((await system.operator('PUT', '/v1/clients/owned', { ...settings, ...more })).status).toBe(422);
  expect((await system.operator('GET', '/v1/clients/owned')).status).toBe(404);
});

test('a block and a claim have no fields besides their own', async () => {
  const parties = { provider: 'janus-enterprise', commissioner: 'northshire' };
  const claim = aClaim([['P-1', 4, 27_900]], { ...parties, month: '2026-09' }).data;
  const owned = Object.entries(OWNED).filter(([name]) => name !== 'provider');
  for (const [name, value] of [...owned, ['state', 'final'], ['total', 0]] as const) {
    const block = await finance('PUT', '/v1/blocks/owned', { ...aBlock(parties).data, [name]: value });
    const claimed = await finance('PUT', '/v1/claims/owned', { ...claim, [name]: value });
    expect([name, block.status, claimed.status]).toEqual([name, 422, 422]);
  }
  expect((await finance('GET', '/v1/blocks/owned')).status).toBe(404);
});

test('a code that would set a prototype is none', async () => {
  const entry = await system.operator('PUT', '/v1/providers/__proto__', { name: 'Prototype' });
  expect([entry.status, entry.body['code']]).toEqual([422, 'invalid-entry']);
  expect((await system.operator('GET', '/v1/providers/__proto__')).status).toBe(404);
  expect((await system.provider('PUT', '/v1/placements/__proto__', SENT['placement'])).status).toBe(422);
});
