import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes, type Scope } from '../../shared/platform/routes.ts';
import { aBlock, aClaim } from '../support/finance.ts';
import { aCohort, aSentPlacement } from '../support/sent.ts';
import { oddTokens } from '../support/odd-tokens.ts';
import { pathOf, tokenRoutes } from '../support/token-routes.ts';
import { aSystem, type Call, callerWith, type System, tokenFor } from '../support/system.ts';

/** Every role against every route, made from the route table: what is not a role's own is refused or absent. */

const finance: readonly Scope[] = ['finance/read', 'finance/write'];

let system: System;
let operatorToken: string;
const callers: Record<string, Call> = {};
const roles: Record<string, readonly Scope[]> = {
  'own provider': ['records/write', 'records/read'],
  'other provider': ['records/write', 'records/read'],
  'own commissioner': ['packs/read', 'packs/release'],
  'other commissioner': ['packs/read', 'packs/release'],
  'own provider’s finance': finance,
  'other provider’s finance': finance,
  'own commissioner’s finance': finance,
  'other commissioner’s finance': finance,
  'referrer with finance': finance,
  referrer: ['reports/read'],
  operator: ['admin/all', 'packs/read'],
};

beforeAll(async () => {
  system = await aSystem();
  const { operator, provider, clientOf } = system;
  await operator('PUT', '/v1/providers/other', { name: 'Other' });
  await operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  await operator('PUT', '/v1/referrers/team-1', { name: 'Team' });
  const ofOperator = system.clients.find((client) => client.scopes.includes('admin/all'))!;
  operatorToken = await tokenFor(system.tokenUrl, ofOperator);
  await provider('POST', '/v1/batches', { records: aCohort() });
  await system.runMonth({ month: '2026-10' });
  Object.assign(callers, {
    'own provider': provider,
    'other provider': await clientOf('other-1', { provider: 'other', scopes: roles['other provider'] }),
    'own commissioner': await clientOf('north-1', {
      commissioner: 'northshire',
      scopes: roles['own commissioner'],
    }),
    'other commissioner': await clientOf('east-1', {
      commissioner: 'eastshire',
      scopes: roles['other commissioner'],
    }),
    'own provider’s finance': await clientOf('own-finance', {
      provider: 'janus-enterprise',
      scopes: finance,
    }),
    'other provider’s finance': await clientOf('other-finance', { provider: 'other', scopes: finance }),
    'own commissioner’s finance': await clientOf('north-finance', {
      commissioner: 'northshire',
      scopes: finance,
    }),
    'other commissioner’s finance': await clientOf('east-finance', {
      commissioner: 'eastshire',
      scopes: finance,
    }),
    'referrer with finance': await clientOf('referrer-finance', { referrer: 'team-1', scopes: finance }),
    referrer: await clientOf('referrer-1', { referrer: 'team-1', scopes: roles['referrer'] }),
    operator,
  });
});
afterAll(() => system.stop());

test.each(tokenRoutes)('$method $path answers nobody without a token', async ({ method, path }) => {
  expect((await system.nobody(method, pathOf(path))).status).toBe(401);
});

const unscoped = tokenRoutes.flatMap((route) =>
  Object.entries(roles)
    .filter(([, scopes]) => !route.scopes.some((scope: Scope) => scopes.includes(scope)))
    .map(([role]) => ({ ...route, role })),
);

test.each(unscoped)(
  '$method $path answers no $role, whose token lacks the scope',
  async ({ method, path, role }) => {
    const body = method === 'PUT' ? {} : undefined;
    expect(await callers[role]!(method, pathOf(path), body)).toMatchObject({
      status: 403,
      body: { code: 'insufficient-scope' },
    });
  },
);

describe.each([
  'expired an hour ago',
  'signed by another key under the same name',
  'signed by the public key as by a secret',
  'that brings its own key along',
  'of another issuer',
  'of an identity and no access',
  'of a client that there is not',
  'with a person’s groups',
  'unsigned',
  'with other claims under its signature',
  'nonsense',
])('a token %s', (kind) => {
  test('opens no route', async () => {
    const odd = (await oddTokens(system.dataDir, operatorToken))[kind];
    const call = callerWith(system.baseUrl, odd);
    for (const { method, path } of tokenRoutes) {
      const { status } = await call(method, pathOf(path), method === 'PUT' ? {} : undefined);
      expect([method, path, status]).toEqual([method, path, 401]);
    }
  });
});

const everyScope = [...new Set(routes.flatMap((route): readonly Scope[] => route.scopes))];

describe('a token with every scope but those of a route', () => {
  const bindings = [
    { provider: 'janus-enterprise' },
    { commissioner: 'northshire' },
    { referrer: 'team-1' },
    { operator: true },
  ];
  test.each(bindings)('%j: does not open it', async (binding) => {
    const some = tokenRoutes.filter(({ scopes }) => scopes.length < everyScope.length);
    const bySet = Map.groupBy(some, ({ scopes }) => scopes.join());
    for (const [set, ofSet] of bySet) {
      const scopes = everyScope.filter(
        (scope) => !set.split(',').includes(scope) && (scope !== 'admin/all' || 'operator' in binding),
      );
      const id = `but-${Object.keys(binding)[0]}-${set.replaceAll(/[/,]/g, '-')}`;
      const call = await system.clientOf(id, { ...binding, scopes });
      for (const { method, path } of ofSet)
        expect([path, (await call(method, pathOf(path), method === 'PUT' ? {} : undefined)).body]).toEqual([
          path,
          expect.objectContaining({ code: 'insufficient-scope' }),
        ]);
    }
  });
});

describe('with every scope that others may have,', () => {
  const scopes = everyScope.filter((scope) => scope !== 'admin/all');
  const foreign: Record<string, object> = {
    'another provider': { provider: 'other' },
    'another commissioner': { commissioner: 'eastshire' },
    'a referrer of nobody': { referrer: 'team-2' },
  };
  const order = (method: string) => ['GET', 'DELETE', 'POST', 'PUT'].indexOf(method);
  /** Reads and withdrawals first: who sends under a foreign id has something of their own there. */
  const inOrder = tokenRoutes
    .filter((route) => !route.scopes.every((scope: Scope) => scope === 'admin/all'))
    .toSorted((a, b) => order(a.method) - order(b.method));
  const queries: Record<string, string> = { DELETE: '?reason=duplicate', GET: '?month=2026-10' };
  const theirs = (path: string) =>
    pathOf(path).replace('absent-1', /blocks|claims/.test(path) ? 'between-0' : 'absent-1');
  const nobodys = (path: string) => path.replaceAll(/\{(?!month|name|collection)\w+\}/g, 'absent-2');

  beforeAll(async () => {
    await system.operator('PUT', '/v1/referrers/team-2', { name: 'Team 2' });
    const parties = { provider: 'janus-enterprise', commissioner: 'northshire' };
    const finance = callers['own provider’s finance']!;
    await finance('PUT', '/v1/blocks/between-0', aBlock(parties).data);
    const claim = aClaim([['P-SU-9', 4, 27_900]], { ...parties, month: '2026-09' }).data;
    expect((await finance('PUT', '/v1/claims/between-0', claim)).status).toBe(201);
  });
  afterAll(() => callers['own provider’s finance']!('DELETE', '/v1/blocks/between-0'));

  test.each(Object.entries(foreign))(
    '%s is answered of what is others’ as of what there is not',
    async (role, binding) => {
      const call = await system.clientOf(`wide-${role.replaceAll(' ', '-')}`, { ...binding, scopes });
      for (const { method, path } of inOrder) {
        const body = method === 'PUT' || method === 'POST' ? {} : undefined;
        const query = queries[method] ?? '';
        const ask = async (at: string) => {
          const { status, body: told } = await call(method, `${at}${query}`, body);
          return { path, method, status, told };
        };
        const ofTheirs = await ask(theirs(path));
        if (path.includes('{')) expect(ofTheirs).toEqual(await ask(pathOf(nobodys(path))));
        expect(ofTheirs.status).toBeLessThan(500);
        expect(JSON.stringify(ofTheirs.told)).not.toMatch(/janus-enterprise|northshire|SU-\d/);
      }
    },
  );
});

test("another provider finds nothing of a provider's, by id or in lists, and touches nothing", async () => {
  const other = callers['other provider']!;
  expect((await other('GET', '/v1/placements/P-SU-1')).status).toBe(404);
  expect((await other('DELETE', '/v1/placements/P-SU-1?reason=duplicate')).status).toBe(404);
  expect((await other('GET', '/v1/placements')).body).toEqual({ records: [] });
  expect(await other('PUT', '/v1/placements/P-SU-1', aSentPlacement('SU-1', { sex: 'male' }))).toMatchObject({
    status: 201,
  });
  expect((await system.provider('GET', '/v1/placements/P-SU-1')).body).toMatchObject({
    sex: 'female',
    version: 1,
  });
});

test('nothing in a request widens what a token is bound to', async () => {
  const other = callers['other provider']!;
  const sent = { ...aSentPlacement('SU-1'), provider: 'janus-enterprise' };
  expect(await other('PUT', '/v1/placements/P-W', sent)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'provider', code: 'unknown-field' }] },
  });
  expect((await other('GET', '/v1/placements/P-SU-1?provider=janus-enterprise')).body).toMatchObject({
    sex: 'male',
  });
});

test("a commissioner's pack is absent for every other commissioner", async () => {
  const other = callers['other commissioner']!;
  for (const path of ['', '/files/pack.pdf', '/files/outcomes.json?revision=1']) {
    expect((await other('GET', `/v1/packs/northshire/2026-10${path}`)).status).toBe(404);
  }
  expect((await other('GET', '/v1/packs')).body).toMatchObject({ packs: [{ commissioner: 'eastshire' }] });
});

test('before release a pack is seen by the operator and by those who release it, and by no one else', async () => {
  const path = '/v1/packs/northshire/2026-10';
  const reader = await system.clientOf('north-2', { commissioner: 'northshire', scopes: ['packs/read'] });
  expect((await reader('GET', path)).status).toBe(404);
  expect((await reader('GET', `${path}/files/pack.pdf`)).status).toBe(404);
  expect((await reader('GET', '/v1/packs')).body).toEqual({ packs: [] });
  expect((await callers['own commissioner']!('GET', path)).status).toBe(200);
  expect((await system.operator('GET', path)).status).toBe(200);
});

test('a removed client is refused at once with a new token and has no way to another', async () => {
  const made = await system.operator('PUT', '/v1/clients/short-1', {
    provider: 'other',
    scopes: ['records/read'],
  });
  expect(made).toMatchObject({ status: 201, body: { id: 'short-1' } });
  expect(
    (await system.operator('PUT', '/v1/clients/short-1', { provider: 'other', scopes: ['records/read'] }))
      .body,
  ).not.toHaveProperty('secret');
  expect((await system.operator('DELETE', '/v1/clients/short-1')).status).toBe(204);
  const { clientId, secret } = made.body as { clientId: string; secret: string };
  const response = await fetch(system.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    }),
  });
  expect(response.status).toBe(400);
});

test.each([
  [
    'two bindings',
    { provider: 'other', commissioner: 'eastshire', scopes: ['records/read'] },
    'invalid-binding',
  ],
  ['none', { scopes: ['records/read'] }, 'invalid-binding'],
  ['one that is not registered', { provider: 'nowhere', scopes: ['records/read'] }, 'unknown-provider'],
  ['a scope that does not exist', { provider: 'other', scopes: ['records/erase'] }, 'not-allowed'],
  [
    'the operator’s scope without being the operator',
    { provider: 'other', scopes: ['admin/all'] },
    'not-allowed',
  ],
])('a client with %s is refused', async (_, settings, code) => {
  const answer = await system.operator('PUT', '/v1/clients/wrong-1', settings);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code }] } });
});

test('a client may be bound under "binding" as well', async () => {
  const settings = { binding: { provider: 'other' }, scopes: ['records/read'] };
  expect((await system.operator('PUT', '/v1/clients/nested-1', settings)).status).toBe(201);
  expect((await system.operator('GET', '/v1/clients/nested-1')).body).toMatchObject({
    binding: { provider: 'other' },
  });
});

test("another provider erases nobody of a provider's, is told nothing of them and reads no history", async () => {
  const other = callers['other provider']!;
  await other('DELETE', '/v1/people/SU-1');
  for (const personRef of ['SU-1', 'SU-2', 'absent-1']) {
    expect((await other('GET', `/v1/people/${personRef}/access`)).status).not.toBe(200);
    expect((await other('GET', `/v1/people/${personRef}/access?format=pdf`)).status).not.toBe(200);
  }
  expect((await other('DELETE', '/v1/people/SU-2')).status).toBe(404);
  expect((await other('GET', '/v1/placements/P-SU-2/history')).status).toBe(404);
  expect((await system.provider('GET', '/v1/placements/P-SU-1/history')).body['versions']).toHaveLength(1);
  expect((await system.provider('GET', '/v1/placements/P-SU-2')).status).toBe(200);
  const wide = await system.clientOf('wide-1', {
    commissioner: 'northshire',
    scopes: ['records/write', 'records/read'],
  });
  for (const [method, path] of [
    ['DELETE', '/v1/people/SU-2'],
    ['GET', '/v1/people/SU-2/access'],
    ['GET', '/v1/placements/P-SU-2/history'],
    ['GET', '/v1/audit'],
  ] as const)
    expect([path, (await wide(method, path)).status]).toEqual([path, 404]);
  expect((await system.provider('DELETE', '/v1/erasures/abcdefgh')).status).toBe(403);
});

const financeRoutes = routes.filter(({ function: name }) => name === 'manage-finance');

describe('of a block and a claim between a provider and a commissioner', () => {
  const parties = { provider: 'janus-enterprise', commissioner: 'northshire' };
  const entries: Record<string, Record<string, unknown>> = {
    blocks: aBlock(parties).data,
    claims: aClaim([['P-SU-9', 4, 27_900]], { ...parties, month: '2026-10' }).data,
  };
  const pathsOf = (path: string) => pathOf(path).replace('absent-1', 'between-1');
  const collectionOf = (path: string) => path.split('/')[2]!;

  /** Sends both, which brings back what a test withdrew; answers which versions they are. */
  const sendBoth = async () => {
    const versions: unknown[] = [];
    for (const [collection, entry] of Object.entries(entries)) {
      const sent = await callers['own provider’s finance']!('PUT', `/v1/${collection}/between-1`, entry);
      expect([200, 201]).toContain(sent.status);
      versions.push(sent.body['version']);
    }
    return versions;
  };
  let versions: unknown[];
  beforeEach(async () => (versions = await sendBoth()));

  const asked = (role: string, { method, path }: (typeof financeRoutes)[number]) => {
    const collection = collectionOf(path);
    const query = path === '/v1/claims' ? '?month=2026-10' : '';
    const body = method === 'PUT' ? { ...entries[collection], ...foreign[role] } : undefined;
    return callers[role]!(method, `${pathsOf(path)}${query}`, body);
  };

  /** A claim is what its provider says: whoever pays sends and withdraws none. */
  const isProvidersOwn = (role: string, { method, path }: (typeof financeRoutes)[number]) =>
    role.includes('commissioner') && method !== 'GET' && path.startsWith('/v1/claims');

  /** What those would have to send who may send anything for themselves. */
  const foreign: Record<string, object> = {
    'other provider’s finance': { provider: 'other' },
    'other commissioner’s finance': { commissioner: 'eastshire' },
  };

  test.each(
    financeRoutes.flatMap((route) =>
      ['own provider’s finance', 'own commissioner’s finance'].map((role) => ({ ...route, role })),
    ),
  )('$method $path answers $role', async ({ role, ...route }) => {
    const { status, body } = await asked(role, route);
    expect(status).toBe(isProvidersOwn(role, route) ? 403 : 200);
    if (!route.path.endsWith('{id}'))
      expect(body[collectionOf(route.path)]).toMatchObject([{ id: 'between-1' }]);
  });

  test.each(financeRoutes.flatMap((route) => Object.keys(foreign).map((role) => ({ ...route, role }))))(
    '$method $path tells $role nothing and changes nothing',
    async ({ role, ...route }) => {
      const { status, body } = await asked(role, route);
      if (isProvidersOwn(role, route)) expect([status, body['code']]).toEqual([403, 'providers-own-word']);
      else if (route.method === 'PUT') expect([status, body['code']]).toEqual([409, 'id-in-use']);
      else if (route.path.endsWith('{id}')) expect(status).toBe(404);
      else expect([status, body[collectionOf(route.path)]]).toEqual([200, []]);
      expect(JSON.stringify(body)).not.toMatch(/janus-enterprise|northshire/);
      expect(await sendBoth()).toEqual(versions);
    },
  );

  test.each(financeRoutes)('$method $path is absent for a referrer', async (route) => {
    expect((await asked('referrer with finance', route)).status).toBe(404);
  });

  test.each(['blocks', 'claims'])('nobody sends %s for others', async (collection) => {
    const send = (role: string) => callers[role]!('PUT', `/v1/${collection}/new-1`, entries[collection]);
    expect(await send('other provider’s finance')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'provider', code: 'other-provider' }] },
    });
    const foreignCommissioner = await send('other commissioner’s finance');
    if (collection === 'claims') expect(foreignCommissioner.status).toBe(403);
    else
      expect(foreignCommissioner).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'commissioner', code: 'other-commissioner' }] },
      });
  });
});
