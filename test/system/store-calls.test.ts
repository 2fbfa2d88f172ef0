import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes, type Scope } from '../../shared/platform/routes.ts';
import { aBlock, aClaim } from '../support/finance.ts';
import { aCohort } from '../support/sent.ts';
import { seenStoreCalls } from '../support/store-calls.ts';
import { pathOf, tokenRoutes } from '../support/token-routes.ts';
import { aSystem, type Call, type System } from '../support/system.ts';
import { upload } from '../support/uploads.ts';

/**
 * How long an answer takes tells what was looked for, and a clock would tell it badly: what is others' and what there
 * is not are answered after the same calls to the stores, kind by kind.
 */

const seen = seenStoreCalls();
let system: System;
let uploaded: string;
const callers: Record<string, Call> = {};
const everyScope = [...new Set(routes.flatMap((route): readonly Scope[] => route.scopes))];
const scopes = everyScope.filter((scope) => scope !== 'admin/all');

beforeAll(async () => {
  system = await aSystem(undefined, undefined, seen.worldOf);
  const { operator, provider, clientOf } = system;
  await operator('PUT', '/v1/providers/other', { name: 'Other' });
  await operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  await operator('PUT', '/v1/referrers/team-2', { name: 'Team 2' });
  await provider('POST', '/v1/batches', { records: aCohort() });
  uploaded = String((await upload(provider, { format: 'ndjson', mode: 'validate' }, '{}'))['id']);
  await system.runMonth({ month: '2026-10' });
  const parties = { provider: 'janus-enterprise', commissioner: 'northshire' };
  const finance = await system.financeOf('provider');
  await finance('PUT', '/v1/blocks/between-0', aBlock(parties).data);
  const claim = aClaim([['P-SU-9', 4, 27_900]], { ...parties, month: '2026-09' }).data;
  expect((await finance('PUT', '/v1/claims/between-0', claim)).status).toBe(201);
  callers['another provider'] = await clientOf('other-all', { provider: 'other', scopes });
  callers['another commissioner'] = await clientOf('east-all', { commissioner: 'eastshire', scopes });
  callers['a referrer of nobody'] = await clientOf('team-all', { referrer: 'team-2', scopes });
});
afterAll(() => system.stop());

// Not what is put: an id of finance that is taken is told as taken, and ids of records are each provider's own.
const reads = tokenRoutes.filter(
  ({ method, path, scopes: asked }) =>
    /\{(?!collection\}$)/.test(path) &&
    !path.includes('/templates/') &&
    method !== 'PUT' &&
    !asked.every((scope: Scope) => scope === 'admin/all'),
);
const theirs = (path: string) =>
  pathOf(path).replace('absent-1', /blocks|claims/.test(path) ? 'between-0' : uploaded);
/** The same without one of its parts being anybody's: another code or id, in the same form. */
const nobodys = (path: string, id: string) =>
  path
    .replace('{collection}', 'placements')
    .replace('{month}', '2026-10')
    .replace('{name}', 'outcomes.json')
    .replaceAll(/\{\w+\}/g, id);
const queries: Record<string, string> = {
  DELETE: '?reason=duplicate',
  GET: '?month=2026-10&provider=janus-enterprise',
};

describe.each(['another provider', 'another commissioner', 'a referrer of nobody'])('to %s', (role) => {
  test.each(reads)('$method $path', async ({ method, path }) => {
    const ask = (at: string) =>
      callers[role]!(method, `${at}${queries[method] ?? ''}`, method === 'POST' ? {} : undefined);
    const callsOf = (at: string) =>
      seen.during(async () => {
        const { status } = await ask(at);
        expect([403, 404, 410, 422]).toContain(status);
      });
    // What is looked up once a minute, as the token, is looked up for an id that is compared with none.
    await ask(nobodys(path, 'absent-3'));
    const [known, unknown] = [await callsOf(theirs(path)), await callsOf(nobodys(path, 'absent-2'))];
    expect(known).toEqual(unknown);
  });
});

test('calls are seen: an own record is read by two', async () => {
  await system.provider('GET', '/v1/placements/P-SU-1');
  const calls = await seen.during(() => system.provider('GET', '/v1/placements/P-SU-1'));
  expect(calls).toEqual(['read-records GetItemCommand', 'read-records GetItemCommand']);
});
