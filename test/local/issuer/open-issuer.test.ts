import { createServer } from 'node:http';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuer, openIssuer } from '../../../local/issuer/open-issuer.ts';
import { type Listening, listenOnLoopback } from '../../../local/network/listen-on-loopback.ts';

let folder: string;
let issuer: Issuer;
let server: Listening;

async function open() {
  issuer = await openIssuer({
    folder,
    origin: 'http://127.0.0.1:1',
    people: () => Promise.resolve([]),
    now: () => new Date(),
  });
  server = await listenOnLoopback(
    createServer((request, response) => void issuer.answer(request, response)),
    0,
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  await open();
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const grant = { grant_type: 'client_credentials' };
const create = () => issuer.clients.identities.create('a-client', ['records/write', 'records/read']);
const ask = async (form: Record<string, string>, authorization?: string) => {
  const answer = await fetch(server.url + issuer.tokenPath, {
    method: 'POST',
    body: new URLSearchParams(form),
    ...(authorization === undefined ? {} : { headers: { authorization } }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string | number> };
};
const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`;
const verify = (token: unknown) =>
  jwtVerify(String(token), createRemoteJWKSet(new URL(server.url + issuer.keysPath)), {
    issuer: issuer.issuer,
  });

describe('a token', () => {
  it('has the claims of Cognito: every scope of the client, no audience, an hour', async () => {
    const { clientId, secret } = await create();
    const { status, body } = await ask(grant, basic(clientId, secret));
    expect([status, body.expires_in, body.token_type]).toEqual([200, 3600, 'Bearer']);
    const { payload } = await verify(body.access_token);
    expect(payload).toMatchObject({
      token_use: 'access',
      scope: 'records/write records/read',
      client_id: clientId,
      sub: clientId,
    });
    expect(payload).not.toHaveProperty('aud');
    expect(payload.exp! - payload.iat!).toBe(3600);
    expect(Math.abs(payload.iat! - Date.now() / 1000)).toBeLessThan(5);
  });

  it('is given for credentials in the form, and for some of the scopes', async () => {
    const { clientId, secret } = await create();
    const form = { ...grant, client_id: clientId, client_secret: secret, scope: 'records/read' };
    const { body } = await ask(form);
    expect((await verify(body.access_token)).payload.scope).toBe('records/read');
  });

  it.each([
    ['a wrong secret', (id: string) => ask(grant, basic(id, 'wrong')), 'invalid_client'],
    ['an unknown client', () => ask(grant, basic('nobody', 'x')), 'invalid_client'],
    ['no credentials', () => ask(grant), 'invalid_client'],
    [
      'another grant',
      (id: string, secret: string) => ask({ grant_type: 'password' }, basic(id, secret)),
      'unsupported_grant_type',
    ],
    [
      'a scope that the client has not',
      (id: string, secret: string) => ask({ ...grant, scope: 'records/read admin/all' }, basic(id, secret)),
      'invalid_scope',
    ],
  ])('is refused for %s', async (_, request, error) => {
    const { clientId, secret } = await create();
    expect(await request(clientId, secret)).toEqual({ status: 400, body: { error } });
  });

  it('is refused for a form that is too long, or is none', async () => {
    expect((await ask({ ...grant, scope: 'x'.repeat(9000) })).status).toBe(400);
    const json = await fetch(server.url + issuer.tokenPath, { method: 'POST', body: '{}' });
    expect(await json.json()).toEqual({ error: 'invalid_request' });
  });
});

describe('clients', () => {
  it('lose their old secret when it is renewed', async () => {
    const { clientId, secret } = await create();
    const renewed = await issuer.clients.identities.renew(clientId);
    expect((await ask(grant, basic(clientId, secret))).status).toBe(400);
    expect((await ask(grant, basic(clientId, renewed.secret))).status).toBe(200);
  });

  it('get no more tokens once removed, and removing again is no error', async () => {
    const { clientId, secret } = await create();
    await issuer.clients.identities.remove(clientId);
    await issuer.clients.identities.remove(clientId);
    expect((await ask(grant, basic(clientId, secret))).status).toBe(400);
    await expect(issuer.clients.identities.renew(clientId)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('get the scopes they were updated to', async () => {
    const { clientId, secret } = await create();
    await issuer.clients.identities.update(clientId, 'a-client', ['packs/read']);
    const { body } = await ask(grant, basic(clientId, secret));
    expect((await verify(body.access_token)).payload.scope).toBe('packs/read');
  });
});

describe('a restart', () => {
  it('keeps keys, tokens, clients and secrets, in files that only their owner reads', async () => {
    const { clientId, secret } = await create();
    const { body } = await ask(grant, basic(clientId, secret));
    await server.close();
    await open();
    expect((await verify(body.access_token)).payload.sub).toBe(clientId);
    expect((await ask(grant, basic(clientId, secret))).status).toBe(200);
    for (const name of ['signing-key.json', 'clients.json'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });
});
