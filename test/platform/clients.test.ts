import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClients } from '../../shared/platform/clients.ts';
import { findClient } from '../../shared/platform/find-client.ts';
import type { Identities } from '../../shared/platform/world.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

/** A token service that keeps its clients in memory and takes a moment for each call. */
function aTokenService() {
  const made = new Set<string>();
  let count = 0;
  const moment = () => new Promise((done) => setTimeout(done, 5));
  const identities: Identities = {
    create: async (name) => {
      await moment();
      const clientId = `${name}-${++count}`;
      made.add(clientId);
      return { clientId, secret: `secret-of-${clientId}` };
    },
    update: moment as () => Promise<void>,
    renew: async () => {
      await moment();
      return { secret: 'new' };
    },
    remove: async (clientId) => {
      await moment();
      made.delete(clientId);
    },
  };
  return { identities, made };
}

const settings = { binding: { provider: 'janus' }, scopes: ['records/read'] as const };
const clientsOf = (identities: Identities) =>
  createClients({ table: table.client, tableName: table.name, identities });

test('a client is made once, changed after that, and known to the authorizer', async () => {
  const { identities, made } = aTokenService();
  const clients = clientsOf(identities);
  const first = await clients.put('one', settings);
  expect(first.secret).toBe(`secret-of-${first.clientId}`);
  expect(await clients.put('one', { ...settings, scopes: ['records/write'] })).toEqual({
    id: 'one',
    clientId: first.clientId,
  });
  expect(await findClient(table, first.clientId)).toEqual({
    id: 'one',
    binding: { provider: 'janus' },
    scopes: ['records/write'],
  });
  expect(made.size).toBe(1);
});

test('of many that make one client at once one learns the secret, and removing it leaves none behind', async () => {
  const { identities, made } = aTokenService();
  const clients = clientsOf(identities);
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => clients.put('raced', settings)));
  const told = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  expect(told.filter(({ secret }) => secret !== undefined)).toHaveLength(1);
  expect(new Set(told.map(({ clientId }) => clientId)).size).toBe(1);
  expect(made.size).toBe(1);
  expect(await clients.remove('raced')).toBe(true);
  expect(made.size).toBe(0);
  expect(await findClient(table, told[0]!.clientId)).toBeUndefined();
  expect(await clients.remove('raced')).toBe(false);
});

test('a client left half made by a crash is completed by the next call, and usable by nobody before', async () => {
  const { identities, made } = aTokenService();
  const crashing = {
    ...identities,
    create: async (...of: Parameters<Identities['create']>) => {
      const { clientId } = await identities.create(...of);
      throw new Error(`killed after ${clientId}`);
    },
  };
  await expect(clientsOf(crashing).put('half', settings)).rejects.toThrow('killed');
  expect(await findClient(table, [...made][0]!)).toBeUndefined();
  const { clientId, secret } = await clientsOf(identities).put('half', settings);
  expect(secret).toBeDefined();
  expect(await findClient(table, clientId)).toBeDefined();
});

test('a change and a removal at once leave a client or none, never one that only the authorizer knows', async () => {
  const { identities, made } = aTokenService();
  const clients = clientsOf(identities);
  for (let round = 0; round < 5; round += 1) {
    const id = `mixed-${round}`;
    const { clientId } = await clients.put(id, settings);
    await Promise.allSettled([clients.put(id, settings), clients.remove(id), clients.put(id, settings)]);
    const entry = await clients.read(id);
    if (entry?.clientId !== clientId) expect(await findClient(table, clientId)).toBeUndefined();
    if (entry?.state === 'active') expect(made).toContain(entry.clientId);
  }
});
