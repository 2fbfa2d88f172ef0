import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPeople, subOf } from '../../../local/issuer/demonstration-people.ts';
import { type Issuer, openIssuer } from '../../../local/issuer/open-issuer.ts';
import { type Listening, listenOnLoopback } from '../../../local/network/listen-on-loopback.ts';
import { aChallenge, anAuthorization, exchange, personToken, signIn } from '../../support/person-token.ts';

const GROUP = 'commissioner/northshire/approver';

let folder: string;
let issuer: Issuer;
let server: Listening;
let where: Parameters<typeof personToken>[0];
let late = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  server = await listenOnLoopback(
    createServer((request, response) => void issuer.answer(request, response)),
    0,
  );
  issuer = await openIssuer({
    folder,
    origin: server.url,
    people: () =>
      Promise.resolve(
        demonstrationPeople([
          { kind: 'operator', name: 'the operator' },
          { kind: 'commissioner', code: 'northshire', name: 'North & <Shire>' },
        ]),
      ),
    now: () => new Date(Date.now() + late),
  });
  where = { baseUrl: server.url, signIn: issuer.signIn };
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (asked: URLSearchParams) =>
  fetch(`${issuer.signIn.AUTHORIZE_URL}?${asked.toString()}`, { redirect: 'manual' });

/** A code for a new challenge, and the verifier to it. */
async function aCode(more: Readonly<Record<string, string | undefined>> = {}) {
  const { verifier, challenge } = aChallenge();
  const back = await signIn(where, anAuthorization(where, challenge, more), GROUP);
  return { back, verifier, code: back.searchParams.get('code') ?? '' };
}

describe('signing in', () => {
  it('goes back to the portal with a code and the state that was sent, and nothing more', async () => {
    const { back, code } = await aCode({ state: 'a b&c=d"<é' });
    expect(back.origin + back.pathname).toBe(`${server.url}/portal`);
    expect([...back.searchParams.keys()]).toEqual(['code', 'state']);
    expect(back.searchParams.get('state')).toBe('a b&c=d"<é');
    expect(code).toMatch(/^[\w-]{43}$/);
  });

  it('gets a token as Cognito’s for people are: an hour, the groups, the scope openid', async () => {
    const token = await personToken(where, GROUP, 2);
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(server.url + issuer.keysPath)), {
      issuer: issuer.issuer,
    });
    const sub = subOf(GROUP, 2);
    expect(payload).toMatchObject({
      ...{ sub, username: sub, client_id: 'portal', scope: 'openid', token_use: 'access' },
      'cognito:groups': [GROUP],
    });
    expect(payload).not.toHaveProperty('aud');
    expect(payload.exp! - payload.iat!).toBe(3600);
  });

  it('is without a secret, a refresh token and a cookie', async () => {
    const { verifier, code } = await aCode();
    const { status, body } = await exchange(where, code, verifier);
    expect([status, Object.keys(body).sort()]).toEqual([200, ['access_token', 'expires_in', 'token_type']]);
    const page = await ask(anAuthorization(where, aChallenge().challenge));
    expect(page.headers.get('set-cookie')).toBeNull();
  });

  it('may be left, which the portal is told', async () => {
    const html = await (await ask(anAuthorization(where, aChallenge().challenge))).text();
    const link = /<a href="([^"]+)">/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    expect(link).toBe(`${server.url}/portal?error=access_denied&state=state-1`);
  });
});

describe('a code', () => {
  it('is good for one use', async () => {
    const { verifier, code } = await aCode();
    expect((await exchange(where, code, verifier)).status).toBe(200);
    expect(await exchange(where, code, verifier)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('is good for a minute', async () => {
    const { verifier, code } = await aCode();
    const other = await aCode();
    try {
      late = 58_000;
      expect((await exchange(where, other.code, other.verifier)).status).toBe(200);
      late = 60_000;
      expect((await exchange(where, code, verifier)).body).toEqual({ error: 'invalid_grant' });
    } finally {
      late = 0;
    }
  });

  it.each([
    ['another verifier', { code_verifier: aChallenge().verifier }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another address', { redirect_uri: 'http://127.0.0.1:1/portal' }, 'invalid_grant'],
    ['another client', { client_id: 'other' }, 'invalid_client'],
  ])('is refused to %s, and used up by it', async (_, more, error) => {
    const { verifier, code } = await aCode();
    expect(await exchange(where, code, verifier, more)).toEqual({ status: 400, body: { error } });
    expect((await exchange(where, code, verifier)).body).toEqual({ error: 'invalid_grant' });
  });

  it('is refused to whoever sends the challenge for the verifier', async () => {
    const { challenge } = aChallenge();
    const back = await signIn(where, anAuthorization(where, challenge), GROUP);
    const answer = await exchange(where, back.searchParams.get('code') ?? '', challenge);
    expect(answer.body).toEqual({ error: 'invalid_grant' });
  });

  it('that nobody gave out is refused', async () => {
    const { verifier } = aChallenge();
    expect((await exchange(where, 'A'.repeat(43), verifier)).body).toEqual({ error: 'invalid_grant' });
  });
});

describe('what is asked for wrongly', () => {
  it.each([
    ['of an unknown client', { client_id: 'other' }],
    ['for another address', { redirect_uri: 'https://example.org/portal' }],
    ['for an address that begins alike', { redirect_uri: '/portal.evil' }],
    ['for a path below', { redirect_uri: '/portal/x' }],
    ['for an address with a query', { redirect_uri: '/portal?next=https://example.org' }],
    ['for no address', { redirect_uri: undefined }],
    ['by no client', { client_id: undefined }],
  ])('%s leads nowhere', async (_, more: Record<string, string | undefined>) => {
    const { redirect_uri: uri, ...others } = more;
    const address = uri?.startsWith('/') === true ? server.url + uri : uri;
    const asked = anAuthorization(where, aChallenge().challenge, {
      ...others,
      ...('redirect_uri' in more && { redirect_uri: address }),
    });
    const answer = await ask(asked);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).not.toContain('example.org');
    asked.set('person', subOf(GROUP, 1));
    const login = await fetch(`${server.url}/login`, { method: 'POST', body: asked, redirect: 'manual' });
    expect([login.status, login.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['another response', { response_type: 'token' }, 'unsupported_response_type'],
    ['no response', { response_type: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    [
      'a challenge of no method, which would be plain',
      { code_challenge_method: undefined },
      'invalid_request',
    ],
    ['no challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a challenge that is too short', { code_challenge: 'short' }, 'invalid_request'],
    ['a scope that only groups give', { scope: 'openid admin/all' }, 'invalid_scope'],
  ])('%s is told to the portal with its state, and gives no code', async (_, more, error) => {
    const asked = anAuthorization(where, aChallenge().challenge, more);
    const told = `${server.url}/portal?error=${error}&state=state-1`;
    expect((await ask(asked)).headers.get('location')).toBe(told);
    asked.set('person', subOf(GROUP, 1));
    const login = await fetch(`${server.url}/login`, { method: 'POST', body: asked, redirect: 'manual' });
    expect(login.headers.get('location')).toBe(told);
  });

  it('twice is refused, and so is an address that is named twice', async () => {
    const asked = anAuthorization(where, aChallenge().challenge);
    asked.append('scope', 'openid');
    expect((await ask(asked)).headers.get('location')).toContain('error=invalid_request');
    asked.append('redirect_uri', 'https://example.org/');
    expect((await ask(asked)).status).toBe(400);
  });

  it('by a link that names a person signs nobody in', async () => {
    const asked = anAuthorization(where, aChallenge().challenge, { person: subOf(GROUP, 1) });
    expect((await ask(asked)).status).toBe(200);
  });

  it('as somebody who is not on the page shows the page again', async () => {
    const asked = anAuthorization(where, aChallenge().challenge, { person: subOf('provider/x/records', 1) });
    const login = await fetch(`${server.url}/login`, { method: 'POST', body: asked, redirect: 'manual' });
    expect(login.status).toBe(200);
  });
});

describe('the page', () => {
  it('lists a person for every role of every party, and two who approve', async () => {
    const html = await (await ask(anAuthorization(where, aChallenge().challenge))).text();
    const names = [...html.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, name]) => name);
    expect(names).toEqual([
      'Administrator of the operator',
      'First approver of the operator',
      'Second approver of the operator',
      'Reader of North &amp; &lt;Shire&gt;',
      'First approver of North &amp; &lt;Shire&gt;',
      'Second approver of North &amp; &lt;Shire&gt;',
      'Finance officer of North &amp; &lt;Shire&gt;',
    ]);
  });

  it('runs no script, is framed by nobody, kept by nobody and posts to itself alone', async () => {
    const page = await ask(
      anAuthorization(where, aChallenge().challenge, { state: '"><script>alert(1)</script>' }),
    );
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).not.toContain('<script');
  });
});

describe('signing out', () => {
  it('goes back to the portal, and nowhere else', async () => {
    const leave = (more: object) =>
      fetch(
        `${issuer.signIn.LOGOUT_URL}?${new URLSearchParams({ client_id: 'portal', logout_uri: `${server.url}/portal`, ...more }).toString()}`,
        { redirect: 'manual' },
      );
    expect((await leave({})).headers.get('location')).toBe(`${server.url}/portal`);
    for (const wrong of [{ logout_uri: 'https://example.org/' }, { client_id: 'other' }])
      expect([(await leave(wrong)).status, (await leave(wrong)).headers.get('location')]).toEqual([
        400,
        null,
      ]);
  });
});

describe('people', () => {
  it('have the same id at every start, and no two have one', async () => {
    expect(subOf('operator/approver', 1)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(decodeJwt(await personToken(where, GROUP)).sub).toBe(subOf(GROUP, 1));
    const parties = ['a', 'b'].flatMap((code) =>
      (['commissioner', 'provider', 'referrer'] as const).map((kind) => ({ kind, code, name: code })),
    );
    const subs = demonstrationPeople([...parties, { kind: 'operator', name: 'o' }]).map(({ sub }) => sub);
    expect(subs).toHaveLength(2 * (4 + 2 + 1) + 3);
    expect(new Set(subs).size).toBe(subs.length);
  });
});
