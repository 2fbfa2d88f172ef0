import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/authorize-request/handler.ts';
import { demonstrationPeople, subOf } from '../../local/issuer/demonstration-people.ts';
import { type Issuer, openIssuer } from '../../local/issuer/open-issuer.ts';
import { type Listening, listenOnLoopback } from '../../local/network/listen-on-loopback.ts';
import type { World } from '../../shared/platform/world.ts';
import { oddPersonTokens } from '../support/odd-tokens.ts';
import { personToken } from '../support/person-token.ts';
import { tokenFor } from '../support/system.ts';

/** The authorizer over the keys of a real issuer and a table that holds one machine. */

const folder = mkdtempSync(join(tmpdir(), 'authorizer-'));
const lines: string[] = [];
const write = (message: string, fields?: object) => void lines.push(JSON.stringify({ message, ...fields }));

let issuer: Issuer;
let server: Listening;
let asked: string[];
let machine: { clientId: string; secret: string };
let authorize: ReturnType<typeof createHandler>;
let person: string;
let odd: Record<string, string>;

beforeAll(async () => {
  server = await listenOnLoopback(
    createServer((request, response) => void issuer.answer(request, response)),
    0,
  );
  issuer = await openIssuer({
    folder: join(folder, 'issuer'),
    origin: server.url,
    people: () => Promise.resolve(demonstrationPeople([{ kind: 'operator', name: 'the operator' }])),
    now: () => new Date(),
  });
  machine = await issuer.clients.identities.create('a-machine', ['records/read', 'packs/read']);
  const entry = { id: 'a-machine', binding: { provider: 'janus' }, scopes: ['records/read'] };
  const table = {
    send: ({ input }: { input: { Key: { PK: string } } }) => {
      asked.push(input.Key.PK);
      return Promise.resolve(input.Key.PK === `CLIENT#${machine.clientId}` ? { Item: entry } : {});
    },
  } as unknown as World['table'];
  authorize = createHandler(
    {
      TABLE_NAME: 'table',
      ISSUER: issuer.issuer,
      JWKS_URI: server.url + issuer.keysPath,
      PORTAL_CLIENT_ID: issuer.signIn.PORTAL_CLIENT_ID,
    },
    { table, log: { info: write, warn: write, error: write } },
  );
  person = await personToken({ baseUrl: server.url, signIn: issuer.signIn }, 'operator/administrator');
  odd = await oddPersonTokens(folder, person, machine.clientId);
});
beforeEach(() => {
  asked = [];
  lines.length = 0;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (token: string) => authorize({ headers: { authorization: `Bearer ${token}` } });

test('a person is let in by their groups, as flat text, and no table is asked', async () => {
  expect(await ask(person)).toEqual({
    isAuthorized: true,
    context: {
      clientId: 'portal',
      sub: subOf('operator/administrator', 1),
      scopes: 'admin/all packs/read',
      binding: '{"operator":true}',
      isPerson: 'true',
    },
  });
  expect(asked).toEqual([]);
});

test('a machine is let in by its entry, with the scopes that both the entry and the token have', async () => {
  const token = await tokenFor(server.url + issuer.tokenPath, { ...machine, id: machine.clientId });
  expect(await ask(token)).toEqual({
    isAuthorized: true,
    context: {
      clientId: machine.clientId,
      sub: machine.clientId,
      scopes: 'records/read',
      binding: '{"provider":"janus"}',
      isPerson: 'false',
    },
  });
});

describe('what is refused', () => {
  test.each([
    ['without groups', 'no-role'],
    ['in groups that give nothing', 'no-role'],
    ['in groups of two parties', 'two-parties'],
    ['had from the pool without the sign-in page', 'not-signed-in'],
    ['of another public client', 'person-of-another-client'],
    ['of a machine’s client', 'person-of-another-client'],
    ['of an identity and no access', 'ZodError'],
    ['expired an hour ago', 'Error'],
  ])('a token %s: the log says %s, and nothing of whose it is', async (kind, reason) => {
    await expect(ask(odd[kind]!)).rejects.toThrow(/^Unauthorized$/);
    expect(lines).toEqual([JSON.stringify({ message: 'token refused', name: reason })]);
  });
});
