import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { renderPack } from '../../shared/render/pack.ts';
import { auditEntries } from '../support/audit-entries.ts';
import { aCohort, aSentPlacement, aSentSession } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** Erasure of a person as a provider, a commissioner and the operator meet it, through HTTP. */

const MONTH = '2026-10';

let system: System;
beforeAll(async () => {
  system = await aSystem();
  await system.provider('POST', '/v1/batches', { records: aCohort() });
  expect(await system.runMonth({ month: MONTH })).toMatchObject({ state: 'succeeded' });
});
afterAll(() => system.stop());

const documentOf = async (revision: number) =>
  JSON.parse(
    (await system.file('northshire', MONTH, 'outcomes.json', revision)).toString(),
  ) as OutcomeDocument;

const journeysIn = (document: OutcomeDocument) => document.measures['abstinence-retention'];

let erasure: Record<string, unknown>;
const figuresOfErased = () =>
  (erasure['figures'] as { measure: string }[]).map(({ measure }) => measure).sort();

test('erasing a person answers which issued figures they are counted in', async () => {
  const answer = await system.provider('DELETE', '/v1/people/SU-1');
  expect(answer.status).toBe(200);
  erasure = answer.body;
  // SU-1 completed the programme with abstinence as the goal, without a lapse, a relative or aftercare.
  const figure = { commissioner: 'northshire', month: MONTH, revision: 1 };
  expect(erasure).toMatchObject({
    state: 'erased',
    records: { placement: 1, session: 1 },
  });
  expect(erasure['figures']).toContainEqual({ ...figure, measure: 'abstinence-retention' });
  expect(erasure['figures']).toContainEqual({ ...figure, measure: 'programme-completion' });
  expect(JSON.stringify(erasure)).not.toContain('lapse-recovery');
  expect(erasure['erasure']).toMatch(/^[a-p]{32}$/);
});

test('asked for again it is the same erasure; of somebody unknown there is none', async () => {
  expect((await system.provider('DELETE', '/v1/people/SU-1')).body).toEqual(erasure);
  expect(await system.provider('DELETE', '/v1/people/SU-999')).toMatchObject({ status: 404 });
});

test('nothing of theirs is found any more, and others are as they were', async () => {
  for (const path of ['placements/P-SU-1', 'sessions/S-SU-1', 'placements/P-SU-1/history'])
    expect(await system.provider('GET', `/v1/${path}`)).toMatchObject({ status: 404 });
  const { body } = await system.provider('GET', '/v1/placements');
  expect((body['records'] as { id: string }[]).map(({ id }) => id)).not.toContain('P-SU-1');
  expect((body['records'] as unknown[]).length).toBe(19);
  expect((await system.provider('GET', '/v1/placements/P-SU-2')).status).toBe(200);
});

test('later records of theirs are answered 410, alone and in a batch, with the erasure to ask the operator for', async () => {
  const refused = await system.provider('PUT', '/v1/placements/P-new', aSentPlacement('SU-1'));
  expect(refused).toMatchObject({ status: 410, body: { code: 'erased' } });
  expect(refused.body['detail']).toContain(erasure['erasure']);
  const batch = await system.provider('POST', '/v1/batches', {
    records: [
      { type: 'session', id: 'S-new', ...aSentSession('SU-1') },
      { type: 'session', id: 'S-other', ...aSentSession('SU-2') },
    ],
  });
  expect(batch.body).toMatchObject({
    counts: { created: 1, rejected: 1 },
    results: [
      { outcome: 'rejected', errors: [{ field: 'personRef', code: 'erased' }] },
      { outcome: 'created' },
    ],
  });
  expect((await system.provider('GET', '/v1/sessions/S-new')).status).toBe(404);
  // The id is free for somebody else.
  expect((await system.provider('PUT', '/v1/placements/P-SU-1', aSentPlacement('SU-30'))).status).toBe(201);
  expect(await system.provider('GET', '/v1/placements/P-SU-1/history')).toMatchObject({
    body: { versions: [{ version: 1, outcome: 'created' }] },
  });
});

test('issued packs stay as they are, and can be written again from their outcome document', async () => {
  const document = await documentOf(1);
  const files = await renderPack(document);
  for (const [name, bytes] of Object.entries(files))
    expect((await system.file('northshire', MONTH, name, 1)).equals(bytes)).toBe(true);
});

test('the next revision says that records were erased, and does not say so twice', async () => {
  await system.provider('DELETE', '/v1/placements/P-SU-1?reason=entered-in-error');
  expect(await system.runMonth({ month: MONTH })).toMatchObject({ commissioners: [{ revision: 2 }] });
  const second = await documentOf(2);
  expect(second).toMatchObject({ erased: { since: 'previous-revision' } });
  expect(journeysIn(second)).toMatchObject({ journeys: 19 });
  expect(JSON.stringify(second)).not.toContain(erasure['erasure']);

  await system.provider('PUT', '/v1/placements/P-late', aSentPlacement('SU-40'));
  await system.provider('PUT', '/v1/sessions/S-late', aSentSession('SU-40'));
  expect(await system.runMonth({ month: MONTH })).toMatchObject({ commissioners: [{ revision: 3 }] });
  expect(await documentOf(3)).not.toHaveProperty('erased');
});

test('a replay of the month as it was says which measures it can no longer repeat', async () => {
  const { asAt } = await documentOf(1);
  expect(await system.runMonth({ month: MONTH, asAt })).toMatchObject({
    state: 'succeeded',
    commissioners: [{ status: 'replayed', revision: 1, notReproduced: figuresOfErased() }],
  });
  // As at the second issue the person was gone already: it is repeated in full.
  const second = await documentOf(2);
  const replay = await system.runMonth({ month: MONTH, asAt: second.asAt });
  expect(replay).toMatchObject({ commissioners: [{ status: 'replayed', revision: 2 }] });
  expect(JSON.stringify(replay)).not.toContain('notReproduced');
});

test('once the operator lifts the erasure records are taken in again', async () => {
  const path = `/v1/erasures/${String(erasure['erasure'])}`;
  expect((await system.provider('DELETE', path)).status).toBe(403);
  expect(await system.operator('DELETE', path)).toMatchObject({ status: 200, body: { state: 'lifted' } });
  expect(await system.operator('DELETE', path)).toMatchObject({ status: 200, body: { state: 'lifted' } });
  expect((await system.operator('DELETE', '/v1/erasures/abcdefgh')).status).toBe(404);
  expect((await system.provider('PUT', '/v1/placements/P-back', aSentPlacement('SU-1'))).status).toBe(201);
});

test('the audit tells operator and provider who erased and lifted, and another provider nothing', async () => {
  const told = (await system.operator('GET', '/v1/audit')).body['entries'] as Record<string, unknown>[];
  const actions = (entries: readonly Record<string, unknown>[]) => entries.map(({ action }) => action);
  expect(actions(told)).toEqual(expect.arrayContaining(['link-issued', 'person-erased', 'erasure-lifted']));
  expect(told.find(({ action }) => action === 'person-erased')).toMatchObject({
    erasure: erasure['erasure'],
    provider: 'janus-enterprise',
    client: { name: 'janus-enterprise' },
  });
  expect(actions(await auditEntries(system.provider)).sort()).toEqual(['erasure-lifted', 'person-erased']);
  await system.operator('PUT', '/v1/providers/other', { name: 'Other' });
  const other = await system.clientOf('other-1', { provider: 'other', scopes: ['records/read'] });
  expect(await auditEntries(other)).toEqual([]);
});
