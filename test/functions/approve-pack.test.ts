import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putItem } from '../../shared/store/dynamo.ts';
import { changeRelease, readRelease } from '../../shared/store/releases.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { personPartition } from '../../shared/store/table.ts';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { aQuietDocument, issueInto, qualityOf } from '../support/an-issued-pack.ts';
import { hooked } from '../support/interrupt.ts';
import { type Approval, anApproval } from '../support/approvals.ts';

let scene: Approval;
let one: ReturnType<Approval['ask']>;
let two: typeof one;
type Named = Awaited<ReturnType<typeof issueInto>>;
let pack: Named;

/** Each test has a commissioner of its own. */
let commissioner: string;
let commissioners = 0;

beforeAll(async () => (scene = await anApproval()));
afterAll(() => scene.close());
beforeEach(async () => {
  commissioner = `shire-${(commissioners += 1)}`;
  scene.begin();
  await scene.register(commissioner, ['head@northshire.example', 'team@northshire.example']);
  pack = await issueInto(scene.table, scene.files, documentOf());
  one = scene.ask({ sub: 'approver-1' });
  two = scene.ask({ sub: 'approver-2', binding: { operator: true } });
});

const documentOf = (stated: Partial<OutcomeDocument> = {}) => aQuietDocument({ commissioner, ...stated });
const audited = () => scene.audited(commissioner);
const bodyOf = ({ revision, manifestSha256 }: Named, commentary?: string) => ({
  body: { revision, manifestSha256, ...(commentary !== undefined && { commentary }) },
});
const approve = (by: typeof one, commentary?: string) => by('POST approvals', pack, bodyOf(pack, commentary));
const release = (by: typeof one) => by('POST release', pack, bodyOf(pack));
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
  status,
  body['code'],
];
const warning = () => documentOf({ revision: 2, measures: { 'data-quality': qualityOf(30, 50) } });

test('two people approve, one releases, and the audit has all three', async () => {
  expect(await approve(one, 'Late sessions of one provider.')).toMatchObject({
    status: 201,
    body: { revision: 1, approvals: [{ yours: true, commentary: 'Late sessions of one provider.' }] },
  });
  expect((await approve(two)).body['approvals']).toMatchObject([{ yours: false }, { yours: true }]);
  const { status, body } = await release(two);
  expect([status, body['message']]).toEqual([
    200,
    { recipients: 2, sent: 2, detail: 'A message was sent to each registered address (2).' },
  ]);
  expect(body['releasedAt']).toMatch(/^2026-11-06T09/);
  expect(await audited()).toEqual([['pack-approved'], ['pack-approved'], ['pack-released']]);
  expect((await scene.entries(commissioner))[0]).toMatchObject({
    sub: 'approver-1',
    person: true,
    revision: 1,
  });
});

test('the same person cannot be both, through however many browsers: refused, kept, and not released', async () => {
  await approve(one);
  const again = scene.ask({ sub: 'approver-1', clientId: 'portal', binding: { commissioner } });
  expect(codeOf(await approve(again))).toEqual([409, 'already-approved']);
  expect(codeOf(await release(again))).toEqual([409, 'approvals-needed']);
  expect(await audited()).toEqual([
    ['pack-approved'],
    ['approval-refused', 'already-approved'],
    ['approval-refused', 'approvals-needed'],
  ]);
});

test('a machine is refused whatever its scopes, and that is kept', async () => {
  const machine = scene.ask({ sub: 'm', clientId: 'm', isPerson: false });
  expect(codeOf(await approve(machine))).toEqual([403, 'person-required']);
  expect(codeOf(await release(machine))).toEqual([403, 'person-required']);
  expect((await machine('GET gate', pack)).status).toBe(200);
  expect(await audited()).toEqual([
    ['approval-refused', 'person-required'],
    ['approval-refused', 'person-required'],
  ]);
});

test('another commissioner’s pack is absent, and the guess is kept', async () => {
  const other = scene.ask({ sub: 'o', binding: { commissioner: 'eastshire' } });
  expect(codeOf(await approve(other))).toEqual([404, 'not-found']);
  expect(codeOf(await other('GET gate', pack))).toEqual([404, 'not-found']);
  expect(codeOf(await other('GET gate', { commissioner, month: 'next' }))).toEqual([404, 'not-found']);
  expect(await audited()).toEqual(Array.from({ length: 3 }, () => ['pack-refused', 'not-found']));
  expect((await scene.entries(commissioner)).map((entry) => 'asked' in entry && entry.asked)).toEqual([
    { commissioner, month: '2026-10' },
    { commissioner, month: '2026-10' },
    { commissioner },
  ]);
});

test('only the latest revision, by the hash of its manifest', async () => {
  const other = { ...pack, manifestSha256: 'a'.repeat(64) };
  expect(codeOf(await one('POST approvals', pack, bodyOf(other)))).toEqual([409, 'manifest-differs']);
  await approve(one);
  await approve(two);
  const next = await issueInto(scene.table, scene.files, documentOf({ revision: 2 }));
  expect(codeOf(await approve(scene.ask({ sub: 'approver-3' })))).toEqual([409, 'not-latest']);
  expect(codeOf(await release(one))).toEqual([409, 'not-latest']);
  expect(codeOf(await one('POST release', next, bodyOf(next)))).toEqual([409, 'approvals-needed']);
  expect(codeOf(await one('POST release', next, bodyOf({ ...next, revision: 3 })))).toEqual([
    404,
    'not-found',
  ]);
});

test('an approval is taken back until the release, by the one who gave it', async () => {
  await approve(one);
  await approve(two);
  const withdraw = (by: typeof one) => by('DELETE approvals', pack, { query: { revision: '1' } });
  expect(codeOf(await withdraw(scene.ask({ sub: 'approver-3' })))).toEqual([404, 'not-found']);
  expect((await withdraw(one)).body['approvals']).toMatchObject([{ yours: false }]);
  expect((await withdraw(one)).status).toBe(200);
  expect(codeOf(await release(two))).toEqual([409, 'approvals-needed']);
  expect((await approve(one)).status).toBe(201);
  expect((await release(two)).status).toBe(200);
  expect(codeOf(await withdraw(one))).toEqual([409, 'already-released']);
  expect(codeOf(await approve(scene.ask({ sub: 'approver-3' })))).toEqual([409, 'already-released']);
  expect(codeOf(await one('DELETE approvals', pack))).toEqual([400, 'invalid-query']);
});

describe('the approval of somebody who cannot take it back any more', () => {
  const setAside = (by: typeof one, sub?: string) =>
    by('DELETE approvals', pack, { query: { revision: '1', ...(sub !== undefined && { sub }) } });
  const administrator = () =>
    scene.ask({ sub: 'admin-1', binding: { operator: true }, scopes: ['admin/all', 'packs/read'] });

  test('is set aside by an administrator, and the audit has who did it and whose it was', async () => {
    await approve(one);
    await approve(two);
    expect((await setAside(administrator(), 'approver-1')).body['approvals']).toHaveLength(1);
    expect((await setAside(administrator(), 'approver-1')).status).toBe(200);
    expect(codeOf(await release(two))).toEqual([409, 'approvals-needed']);
    const kept = (await scene.entries(commissioner)).filter(({ action }) => action === 'approval-set-aside');
    expect(kept).toMatchObject([{ sub: 'admin-1', person: true, approver: 'approver-1', revision: 1 }]);

    const anew = scene.ask({ sub: 'approver-1-anew' });
    expect((await approve(anew)).status).toBe(201);
    expect((await release(anew)).status).toBe(200);
    expect(codeOf(await setAside(administrator(), 'approver-2'))).toEqual([409, 'already-released']);
  });

  test('is nobody else’s to set aside, and has to be named', async () => {
    await approve(one);
    expect(codeOf(await setAside(two, 'approver-1'))).toEqual([403, 'insufficient-scope']);
    expect(codeOf(await setAside(administrator()))).toEqual([400, 'invalid-query']);
    expect(codeOf(await setAside(administrator(), 'a b'))).toEqual([400, 'invalid-query']);
    expect(codeOf(await setAside(administrator(), 'approver-9'))).toEqual([404, 'not-found']);
    const machine = scene.ask({
      ...{ sub: 'm', clientId: 'm', isPerson: false },
      ...{ binding: { operator: true }, scopes: ['admin/all'] },
    });
    expect(codeOf(await setAside(machine, 'approver-1'))).toEqual([403, 'person-required']);
    expect((await approve(one)).body['code']).toBe('already-approved');
  });
});

test('who has approved is told how a commentary is added, where it is missing and where they try', async () => {
  const quiet = await issueInto(scene.table, scene.files, warning());
  const say = (by: typeof one, commentary?: string) => by('POST approvals', quiet, bodyOf(quiet, commentary));
  await say(one, 'Known; it is being corrected.');
  await say(two);
  await one('DELETE approvals', quiet, { query: { revision: '2' } });
  await say(scene.ask({ sub: 'approver-3' }), 'Read with care.');
  await scene.ask({ sub: 'approver-3' })('DELETE approvals', quiet, { query: { revision: '2' } });
  expect(codeOf(await say(scene.ask({ sub: 'approver-4' })))).toEqual([422, 'commentary-needed']);
  const refused = [await say(scene.ask({ sub: 'approver-4' })), await say(two, 'Read with care.')];
  for (const { body } of refused) expect(body['detail']).toMatch(/approved? .*back and approves? again/);
});

test('twenty approvals that stand are enough, however many were taken back before', async () => {
  const deed = (id: string, sub: string) => ({ id, at: '2026-11-06T08:00:00.000Z', sub, clientId: 'portal' });
  const given = Array.from({ length: 44 }, (_, i) => ({
    ...deed(`given-${i}`, `many-${i}`),
    ...(i < 25 && { withdrawn: deed(`taken-${i}`, `many-${i}`) }),
  }));
  await changeRelease(scene.table, pack, () => ({ approvals: given }));
  expect((await approve(one)).status).toBe(201);
  expect(codeOf(await approve(two))).toEqual([409, 'enough-approvals']);
  expect((await readRelease(scene.table, pack)).approvals).toHaveLength(40);
  expect((await release(two)).body['approvals']).toHaveLength(20);
  const kept = (await audited()).map(([action]) => action);
  expect(kept.filter((action) => action === 'pack-approved')).toHaveLength(45);
  expect(kept.filter((action) => action === 'approval-withdrawn')).toHaveLength(25);
});

test('one person who stands there twice is one, whatever wrote it down: the pack is not released', async () => {
  const deed = (id: string, sub: string) => ({ id, at: '2026-11-06T08:00:00.000Z', sub, clientId: 'portal' });
  const twice = [deed('first', 'approver-1'), deed('second', 'approver-1')];
  await changeRelease(scene.table, pack, () => ({ approvals: twice }));
  for (const by of [one, two]) expect(codeOf(await release(by))).toEqual([409, 'approvals-needed']);
  expect((await readRelease(scene.table, pack)).released).toBeUndefined();
  expect((await approve(two)).status).toBe(201);
  expect((await release(one)).status).toBe(200);
});

test('released again it stays as it was, and nobody is told twice', async () => {
  await approve(one);
  await approve(two);
  const first = (await release(one)).body;
  scene.pass(60_000);
  expect((await release(two)).body).toMatchObject({ releasedAt: first['releasedAt'] });
  expect(scene.sent).toHaveLength(2);
  expect((await audited()).filter(([action]) => action === 'pack-released')).toHaveLength(1);
});

test('what warns needs a commentary of somebody whose approval stands; what fails is not approved', async () => {
  const warned = await issueInto(scene.table, scene.files, warning());
  const say = (by: typeof one, commentary?: string) =>
    by('POST approvals', warned, bodyOf(warned, commentary));
  expect((await one('GET gate', warned)).body).toMatchObject({
    outcome: 'warned',
    revision: 2,
    isLatest: true,
  });
  expect(codeOf(await say(one))).toEqual([422, 'commentary-needed']);
  expect((await say(one, 'Known; it is being corrected.')).status).toBe(201);
  expect((await say(two)).status).toBe(201);
  await one('DELETE approvals', warned, { query: { revision: '2' } });
  expect((await say(scene.ask({ sub: 'approver-3' }), 'Read with care.')).status).toBe(201);
  expect((await one('POST release', warned, bodyOf(warned))).status).toBe(200);

  const measures = { 'data-quality': qualityOf(10, 50) };
  const failing = await issueInto(scene.table, scene.files, documentOf({ revision: 3, measures }));
  const refused = await one('POST approvals', failing, bodyOf(failing, 'Release it anyway.'));
  expect([codeOf(refused), refused.body['errors']]).toMatchObject([
    [409, 'gate-failed'],
    [{ field: 'data-quality', code: 'check-failed' }],
  ]);
});

test('the gate is asked once more at the release', async () => {
  await approve(one);
  await approve(two);
  scene.files.delete(`packs/${commissioner}/2026-10/r1/pack.pdf`);
  expect(codeOf(await release(one))).toEqual([409, 'gate-failed']);
});

test.each([
  ['an e-mail address', 'Ask head@northshire.example.', 'personal-identifier'],
  ['a telephone number', 'Ring (0161) 496 0000.', 'personal-identifier'],
  ['an NHS number', 'It is about 943 476 5919.', 'personal-identifier'],
  ['a thousand and one letters', 'x'.repeat(1001), 'out-of-range'],
  ['nothing', '  ', 'out-of-range'],
  ['what cannot be printed', 'a\u0000b', 'invalid-text'],
  ['a line that only some readers end', 'a\u2028b', 'invalid-text'],
  ['a paragraph that only some readers end', 'a\u2029b', 'invalid-text'],
])('a commentary with %s is refused', async (_, commentary, code) => {
  expect(await approve(one, commentary)).toMatchObject({
    status: 422,
    body: { code: 'invalid-approval', errors: [{ field: 'commentary', code }] },
  });
});

test('a commentary with the reference of a person who is held is refused, with that of nobody it is not', async () => {
  await putEntry(scene.table, 'providers', 'janus', { name: 'Janus' }, new Date());
  await putItem(scene.table, { PK: personPartition('janus', 'SU-1042'), SK: 'placement#P-1' });
  for (const commentary of ['It was SU-1042.', 'Without (SU-1042) it is as before.', 'It was SU–1042.'])
    expect(await approve(one, commentary)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'commentary', code: 'personal-identifier' }] },
    });
  expect((await approve(one, 'It was block SU-1043, of 1042 weeks in Q3.')).status).toBe(201);
});

test('a commentary may have lines, dates, shares and sums in it', async () => {
  const commentary =
    'Retention fell by 3.2% from 2026-09-01 to 2026-10-31 (120 of 1,250).\n\nIt was the move to £279.00.';
  expect((await approve(one, commentary)).status).toBe(201);
});

test('more than is asked for is refused, and so is no JSON', async () => {
  const body = { ...bodyOf(pack).body, sub: 'somebody-else' };
  expect(await one('POST approvals', pack, { body })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'sub', code: 'unknown-field' }] },
  });
  expect(codeOf(await one('POST release', pack, { body: { revision: 1 } }))).toEqual([
    422,
    'invalid-release',
  ]);
});

test('the message has the name, the month and where to sign in, and goes to whom is registered then', async () => {
  await approve(one);
  await approve(two);
  await release(one);
  expect(scene.sent.map(({ to }) => to).sort()).toEqual([
    'head@northshire.example',
    'team@northshire.example',
  ]);
  const [{ subject, text } = { subject: '', text: '' }] = scene.sent;
  expect(subject).toBe('Outcome pack of October 2026: Northshire Council');
  expect(text).toContain('https://outcomes.example/portal');
  expect(text.replaceAll(/October 2026|https:\S+/g, '')).not.toMatch(/\d|pack\.pdf|r1/);
});

test('with nobody registered nothing is sent, and the answer says so', async () => {
  await scene.register(commissioner);
  await approve(one);
  await approve(two);
  expect((await release(one)).body['message']).toMatchObject({ recipients: 0, sent: 0 });
  expect([scene.sent, await scene.sweep()]).toEqual([[], { releases: 0, failed: 0 }]);
});

test('an address that could not be told is tried again, the others are not, until two days are over', async () => {
  scene.refusing.add('head@northshire.example');
  await approve(one);
  await approve(two);
  expect((await release(one)).body['message']).toMatchObject({ recipients: 2, sent: 1 });
  expect(await scene.sweep()).toEqual({ releases: 0, failed: 0 });
  scene.pass(10 * 60_000);
  expect(await scene.sweep()).toEqual({ releases: 1, failed: 0 });
  expect(scene.sent).toHaveLength(1);
  scene.refusing.clear();
  await scene.sweep();
  expect(scene.sent.map(({ to }) => to)).toEqual(['team@northshire.example', 'head@northshire.example']);
  expect(await scene.sweep()).toEqual({ releases: 0, failed: 0 });
});

test('after a crash those who were sent to before are not sent to again, but the one whose crossing off was cut off', async () => {
  const addresses = Array.from({ length: 8 }, (_, i) => `reader-${i}@northshire.example`);
  await scene.register(commissioner, addresses);
  await approve(one);
  await approve(two);
  // The first five are sent to at once; after that the table cannot be reached any more.
  let isDown = false;
  const cutOff = hooked(scene.table, () => {
    isDown ||= scene.sent.length >= 6;
    return isDown ? Promise.reject(new Error('crashed')) : Promise.resolve();
  });
  const by = scene.ask({ sub: 'approver-1' }, cutOff);
  expect((await by('POST release', pack, bodyOf(pack))).status).toBe(500);
  const before = scene.sent.length;
  const { told = [] } = await readRelease(scene.table, pack);
  expect(told.length).toBeGreaterThan(0);
  scene.pass(10 * 60_000);
  await scene.sweep();
  expect(new Set(scene.sent.map(({ to }) => to)).size).toBe(8);
  expect(scene.sent).toHaveLength(before + 8 - told.length);
});

test('while one is at telling, another who releases sends nothing', async () => {
  await approve(one);
  await approve(two);
  let others: Awaited<ReturnType<typeof release>> | undefined;
  scene.onSend(async () => {
    scene.onSend(undefined);
    others = await release(two);
  });
  expect((await release(one)).body['message']).toMatchObject({ recipients: 2, sent: 2 });
  expect(others?.body['message']).toMatchObject({ recipients: 2 });
  expect(scene.sent).toHaveLength(2);
});

test('an eleventh release does not wait behind ten of which an address refuses', async () => {
  const releaseOf = async (code: string, address: string) => {
    await scene.register(code, [address]);
    const named = await issueInto(scene.table, scene.files, aQuietDocument({ commissioner: code }));
    for (const sub of ['a', 'b']) await scene.ask({ sub })('POST approvals', named, bodyOf(named));
    await scene.ask({ sub: 'a' })('POST release', named, bodyOf(named));
  };
  scene.refusing.add('head@refusing.example').add('head@patient.example');
  for (let number = 1; number <= 10; number += 1)
    await releaseOf(`refusing-${number}`, 'head@refusing.example');
  await releaseOf('patient', 'head@patient.example');
  scene.refusing.delete('head@patient.example');
  // The ten; then the eleventh, and nine of them.
  for (let sweeps = 0; sweeps < 2; sweeps += 1) {
    scene.pass(10 * 60_000);
    await scene.sweep();
  }
  expect(scene.sent.map(({ to }) => to)).toEqual(['head@patient.example']);
  scene.pass(49 * 60 * 60_000);
  // No other test is to find them.
  await scene.sweep();
  await scene.sweep();
});

test('after two days telling is given up, and the log says so', async () => {
  scene.refusing.add('head@northshire.example');
  await approve(one);
  await approve(two);
  await release(one);
  scene.pass(49 * 60 * 60_000);
  await scene.sweep();
  expect(scene.logged.at(-1)).toBe('release message given up');
  expect(await scene.sweep()).toEqual({ releases: 0, failed: 0 });
});
