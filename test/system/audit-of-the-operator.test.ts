import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSystem, type System } from '../support/system.ts';

/** What the operator changes of who may do what is in the audit, where a provider can see whom it concerns. */

let system: System;
/** How many there were to begin with: what the system is made with is in it as well. */
let first: Readonly<Record<'operator' | 'provider', number>>;
beforeAll(async () => {
  system = await aSystem();
  first = { operator: (await auditOf('operator')).length, provider: (await auditOf('provider')).length };
});
afterAll(() => system.close());

type Entry = { readonly action: string; readonly machine?: string } & Record<string, unknown>;

const auditOf = async (by: keyof typeof first): Promise<readonly Entry[]> =>
  (await system[by]('GET', '/v1/audit')).body['entries'] as Entry[];

/** The entries made since, newest first. */
const since = async (by: keyof typeof first): Promise<readonly Entry[]> =>
  (await auditOf(by)).slice(0, -first[by]);

test('a client that was made, changed, given a secret and removed, the provider it reads as seeing it too', async () => {
  const { operator } = system;
  const reads = { provider: 'janus-enterprise', scopes: ['records/read'] };
  expect((await operator('PUT', '/v1/clients/case-system', reads)).status).toBe(201);
  const writes = { ...reads, scopes: ['records/read', 'records/write'] };
  expect((await operator('PUT', '/v1/clients/case-system', writes)).status).toBe(200);
  expect((await operator('POST', '/v1/clients/case-system/secrets')).status).toBe(201);
  expect((await operator('DELETE', '/v1/clients/case-system')).status).toBe(204);
  await operator('PUT', '/v1/clients/dashboard', { commissioner: 'northshire', scopes: ['packs/read'] });

  const ofProvider = [
    { action: 'client-removed', machine: 'case-system' },
    { action: 'client-secret-renewed', machine: 'case-system' },
    { action: 'client-sent', machine: 'case-system', scopes: ['records/read', 'records/write'] },
    { action: 'client-sent', binding: { provider: 'janus-enterprise' }, scopes: ['records/read'] },
  ];
  expect(await since('operator')).toMatchObject([
    { machine: 'dashboard', binding: { commissioner: 'northshire' }, client: { name: 'operator' } },
    ...ofProvider,
  ]);
  expect(await since('provider')).toMatchObject(ofProvider);
});

test('nothing of a client that is refused, or that there is not', async () => {
  const { operator } = system;
  const before = await auditOf('operator');
  const refused = [
    await operator('PUT', '/v1/clients/stray', { provider: 'nobody', scopes: ['records/read'] }),
    await operator('PUT', '/v1/clients/stray', { provider: 'janus-enterprise', scopes: ['admin/all'] }),
    await operator('POST', '/v1/clients/stray/secrets'),
    await operator('DELETE', '/v1/clients/stray'),
  ];
  expect(refused.map(({ status }) => status)).toEqual([422, 422, 404, 404]);
  expect(await auditOf('operator')).toEqual(before);
});

test('which fields of a registry were changed, without what is in them, and nothing where none were', async () => {
  const { operator } = system;
  const { name } = (await operator('GET', '/v1/commissioners/northshire')).body;
  const northshire = { name, notify: ['desk@example.org'] };
  const answers = [
    await operator('PUT', '/v1/commissioners/northshire', northshire),
    await operator('PUT', '/v1/commissioners/northshire', northshire),
    await operator('PUT', '/v1/commissioners/northshire', { ...northshire, disclosure: 'hes7round5' }),
  ];
  expect(answers.map(({ body }) => body['outcome'])).toEqual(['amended', 'unchanged', 'amended']);
  const changes = (await since('operator')).filter(({ action }) => action === 'registry-changed');
  expect(changes).toMatchObject([
    { registry: 'commissioners', entry: 'northshire', fields: ['disclosure'] },
    { registry: 'commissioners', entry: 'northshire', fields: ['notify'] },
  ]);
  expect(JSON.stringify(changes)).not.toContain('@');
  expect((await since('provider')).filter(({ action }) => action === 'registry-changed')).toEqual([]);
});
