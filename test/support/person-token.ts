import { createHash, randomBytes } from 'node:crypto';
import { subOf } from '../../local/issuer/demonstration-people.ts';
import type { LocalSystem } from '../../local/start.ts';

type Where = Pick<LocalSystem, 'baseUrl' | 'signIn'>;

/** A PKCE verifier and its challenge. */
export function aChallenge() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** What the portal asks for, with what matters to a test in place of the usual; undefined leaves a part out. */
export function anAuthorization(
  { baseUrl, signIn }: Where,
  challenge: string,
  more: Readonly<Record<string, string | undefined>> = {},
): URLSearchParams {
  const asked: Readonly<Record<string, string | undefined>> = {
    response_type: 'code',
    client_id: signIn.PORTAL_CLIENT_ID,
    redirect_uri: `${baseUrl}/portal`,
    scope: 'openid',
    state: 'state-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) form.set(name, value);
  return form;
}

/** Signs in on the issuer's page as the person of this number in a group; answers where the browser is sent. */
export async function signIn(where: Where, asked: URLSearchParams, group: string, number = 1): Promise<URL> {
  const page = await fetch(`${where.signIn.AUTHORIZE_URL}?${asked.toString()}`, { redirect: 'manual' });
  const html = await page.text();
  const sub = subOf(group, number);
  if (!html.includes(`value="${sub}"`)) throw new Error(`${page.status}: nobody of ${group} to choose`);
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of hidden) form.append(name, readAsText(value));
  form.set('person', sub);
  const action = /<form method="post" action="([^"]+)">/.exec(html)?.[1] ?? '';
  const back = await fetch(new URL(action, where.signIn.AUTHORIZE_URL), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return new URL(back.headers.get('location') ?? 'missing:');
}

/** The value of an attribute as a browser reads it. */
const readAsText = (value: string) =>
  value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Exchanges a code as the portal does, with what matters to a test in place of the usual. */
export async function exchange(
  { baseUrl, signIn: { TOKEN_URL, PORTAL_CLIENT_ID } }: Where,
  code: string,
  verifier: string,
  more: Readonly<Record<string, string>> = {},
) {
  const response = await fetch(TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: PORTAL_CLIENT_ID,
      redirect_uri: `${baseUrl}/portal`,
      code,
      code_verifier: verifier,
      ...more,
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string | number> };
}

/**
 * A person's token, by the way a person gets it: the sign-in page, a code, the exchange of it.
 *
 * @example await personToken(system, 'commissioner/northshire/approver', 2) // of the second of them
 */
export async function personToken(where: Where, group: string, number = 1): Promise<string> {
  const { verifier, challenge } = aChallenge();
  const back = await signIn(where, anAuthorization(where, challenge), group, number);
  const { status, body } = await exchange(where, back.searchParams.get('code') ?? '', verifier);
  if (typeof body['access_token'] !== 'string') throw new Error(`no token: ${status}`);
  return body['access_token'];
}
