import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subOf } from '../../local/issuer/demonstration-people.ts';
import { groupOf, roles } from '../../shared/platform/roles.ts';
import type { Scope } from '../../shared/platform/routes.ts';
import { oddPersonTokens } from '../support/odd-tokens.ts';
import { personToken } from '../support/person-token.ts';
import { aCohort, aSentPlacement } from '../support/sent.ts';
import { pathOf, tokenRoutes } from '../support/token-routes.ts';
import { aSystem, type Call, callerWith, type System } from '../support/system.ts';

/** Every role of people against every route, made from the tables of both. */

const OWN = {
  operator: '',
  commissioner: 'northshire',
  provider: 'janus-enterprise',
  referrer: 'northshire-children',
};
const FOREIGN = { operator: '', commissioner: 'eastshire', provider: 'other', referrer: 'team-2' };

let system: System;
let tokens: Record<string, string>;
const callers = new Map<string, Call>();
const callerOf = (group: string) => callers.get(group)!;

const own = roles.map((role) => ({ ...role, group: groupOf(role, OWN[role.party]) }));
const foreign = roles
  .filter(({ party }) => party !== 'operator')
  .map((role) => ({ ...role, group: groupOf(role, FOREIGN[role.party]) }));

beforeAll(async () => {
  system = await aSystem();
  const { operator, provider } = system;
  await operator('PUT', '/v1/providers/other', { name: 'Other' });
  await operator('PUT', '/v1/commissioners/eastshire', { name: 'Eastshire' });
  await operator('PUT', '/v1/referrers/team-2', { name: 'Team 2' });
  await provider('POST', '/v1/batches', { records: aCohort() });
  await system.runMonth({ month: '2026-10' });
  for (const { group } of [...own, ...foreign]) callers.set(group, await system.personOf(group));
  const machine = system.clients.find((client) => client.scopes.includes('admin/all'))!;
  const administrator = await personToken(system, 'operator/administrator');
  tokens = await oddPersonTokens(system.dataDir, administrator, machine.id);
});
afterAll(() => system.stop());

const bodyOf = (method: string) => (method === 'PUT' || method === 'POST' ? {} : undefined);

test.each([...own, ...foreign])('$group is told who it is', async ({ group, party, scopes }) => {
  const code = group.split('/')[1];
  expect(await callerOf(group)('GET', '/v1/me')).toMatchObject({
    status: 200,
    body: { person: true, binding: { [party]: party === 'operator' ? true : code }, scopes },
  });
});

test('a machine is told that it is none', async () => {
  expect((await system.provider('GET', '/v1/me')).body).toEqual({
    person: false,
    binding: { provider: 'janus-enterprise' },
    scopes: ['records/write', 'records/read'],
  });
});

describe.each([...own, ...foreign])('$group', ({ group, scopes }) => {
  const may = (route: { readonly scopes: readonly Scope[] }) =>
    route.scopes.some((scope) => (scopes as readonly Scope[]).includes(scope));

  test('is refused every call that none of its scopes opens', async () => {
    for (const route of tokenRoutes.filter((each) => !may(each)))
      expect([
        route.path,
        await callerOf(group)(route.method, pathOf(route.path), bodyOf(route.method)),
      ]).toMatchObject([route.path, { status: 403, body: { code: 'insufficient-scope' } }]);
  });

  test('is refused none that they open for being a person', async () => {
    const reads = tokenRoutes.filter((each) => may(each) && each.method === 'GET');
    for (const route of reads) {
      const { status, body } = await callerOf(group)('GET', pathOf(route.path));
      expect([401, 403, 500]).not.toContain(
        status === 403 && body['code'] === 'report-not-agreed' ? 404 : status,
      );
    }
  });
});

const nobodys = (path: string) => pathOf(path.replaceAll(/\{(?!month|name|collection)\w+\}/g, 'absent-2'));
const queries: Readonly<Record<string, string>> = { DELETE: '?reason=duplicate', GET: '?month=2026-10' };

test.each(foreign)(
  '$group is answered of what is others’ as of what there is not',
  async ({ group, scopes }) => {
    const open = tokenRoutes.filter((route) =>
      route.scopes.some((scope) => (scopes as readonly Scope[]).includes(scope)),
    );
    for (const { method, path } of open) {
      const ask = async (at: string) => {
        const { status, body } = await callerOf(group)(
          method,
          `${at}${queries[method] ?? ''}`,
          bodyOf(method),
        );
        return { method, path, status, body };
      };
      const ofTheirs = await ask(pathOf(path));
      if (path.includes('{')) expect(ofTheirs).toEqual(await ask(nobodys(path)));
      expect(ofTheirs.status).toBeLessThan(500);
      expect(JSON.stringify(ofTheirs.body)).not.toMatch(/janus-enterprise|northshire|SU-\d/);
    }
  },
);

describe('a person', () => {
  test('reads, sends and withdraws as the party that they are of, and finds nothing of others', async () => {
    const [mine, theirs] = ['provider/janus-enterprise/records', 'provider/other/records'].map(callerOf);
    expect((await mine!('GET', '/v1/placements/P-SU-1')).status).toBe(200);
    for (const path of ['/v1/placements/P-SU-1', '/v1/placements/P-SU-1/history', '/v1/people/SU-1/access'])
      expect([path, (await theirs!('GET', path)).status]).toEqual([path, 404]);
    expect((await theirs!('GET', '/v1/placements')).body).toEqual({ records: [] });
    expect((await theirs!('DELETE', '/v1/placements/P-SU-1?reason=duplicate')).status).toBe(404);
    expect((await theirs!('DELETE', '/v1/people/SU-1')).status).toBe(404);
  });

  test('of another commissioner finds no pack, and one of its own sees what its role lets it see', async () => {
    const path = '/v1/packs/northshire/2026-10';
    for (const at of [path, `${path}/files/pack.pdf`, `${path}/files/outcomes.json?revision=1`]) {
      for (const role of ['reader', 'approver'])
        expect([at, (await callerOf(`commissioner/eastshire/${role}`)('GET', at)).status]).toEqual([at, 404]);
      expect([at, (await callerOf('commissioner/northshire/reader')('GET', at)).status]).toEqual([at, 404]);
    }
    expect((await callerOf('commissioner/northshire/approver')('GET', path)).status).toBe(200);
    expect((await callerOf('operator/approver')('GET', path)).status).toBe(200);
    expect((await callerOf('operator/administrator')('GET', path)).status).toBe(200);
  });

  test('of the operator who approves does not administer', async () => {
    const approver = callerOf('operator/approver');
    for (const path of ['/v1/clients', '/v1/commissioners', '/v1/runs/absent-1', '/v1/audit'])
      expect([path, (await approver('GET', path)).status]).toEqual([path, 403]);
  });
});

test('what a person sends is kept under their own id, as what a machine sends is under its client', async () => {
  const { body } = await callerOf('provider/janus-enterprise/records')('PUT', '/v1/placements/P-by-hand', {
    ...aSentPlacement('SU-77'),
  });
  expect(body).toMatchObject({ outcome: 'created' });
  const history = await system.provider('GET', '/v1/placements/P-by-hand/history');
  expect(history.body).toMatchObject({
    versions: [{ client: { clientId: subOf('provider/janus-enterprise/records', 1) } }],
  });
});

describe.each([
  'in no group',
  'without groups',
  'in groups that give nothing',
  'in groups of two parties',
  'in the groups of two commissioners',
  'of another public client',
  'of a machine’s client',
  'of an identity and no access',
  'had from the pool without the sign-in page',
  'with scopes but no groups',
  'expired an hour ago',
  'signed by another key under the same name',
  'signed by the public key as by a secret',
  'that brings its own key along',
  'of another issuer',
  'with other groups under its signature',
  'unsigned',
])('a person’s token %s', (kind) => {
  test('opens no route', async () => {
    const call = callerWith(system.baseUrl, tokens[kind] ?? 'missing');
    expect(tokens[kind]).toBeDefined();
    for (const { method, path } of tokenRoutes)
      expect([method, path, (await call(method, pathOf(path), bodyOf(method))).status]).toEqual([
        method,
        path,
        401,
      ]);
  });
});

test('a person’s token gives what the groups in it give, whatever its scopes say', async () => {
  const forms = ['asking for more scopes', 'of a party that is not registered', 'in two groups of one party'];
  const [wider, absent, both] = await Promise.all(
    forms.map(async (form) => (await callerWith(system.baseUrl, tokens[form])('GET', '/v1/me')).body),
  );
  expect(wider).toMatchObject({ binding: { commissioner: 'northshire' }, scopes: ['packs/read'] });
  expect(absent).toMatchObject({
    binding: { commissioner: 'nowhere' },
    scopes: ['packs/read', 'packs/release'],
  });
  expect(both).toMatchObject({ scopes: ['packs/read', 'packs/release', 'finance/read', 'finance/write'] });
  const nowhere = callerWith(system.baseUrl, tokens['of a party that is not registered']);
  expect((await nowhere('GET', '/v1/packs')).body).toEqual({ packs: [] });
  expect((await nowhere('GET', '/v1/packs/northshire/2026-10')).status).toBe(404);
});

const forPeople = tokenRoutes.filter((route) => 'person' in route);

test.each(forPeople)(
  '$method $path answers no machine, whatever its scopes',
  async ({ method, path, scopes }) => {
    for (const [index, binding] of [{ operator: true }, { commissioner: 'northshire' }].entries()) {
      const id = `no-person-${index}-${method}-${path.split('/').at(-1) ?? ''}`.replaceAll(/[{}]/g, '');
      const own = scopes.filter((scope) => scope !== 'admin/all' || 'operator' in binding);
      const machine = await system.clientOf(id, { ...binding, scopes: own });
      expect(await machine(method, pathOf(path), bodyOf(method))).toMatchObject({
        status: 403,
        body: { code: 'person-required' },
      });
    }
  },
);
