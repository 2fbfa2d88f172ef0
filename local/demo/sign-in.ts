import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { LocalSystem } from '../start.ts';
import { subOf } from '../issuer/demonstration-people.ts';
import { reach } from '../reach.ts';

const tokenSchema = z.object({ access_token: z.string() });

/**
 * Signs in as a demonstration person, as a browser would: the choice on the page, a code, the exchange of it for a
 * token, which is good for an hour.
 *
 * @param number which of the people of the group
 * @example await signInAs(system, 'commissioner/northshire/approver', 1)
 */
export async function signInAs(
  { baseUrl, signIn }: Pick<LocalSystem, 'baseUrl' | 'signIn'>,
  group: string,
  number = 1,
): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const portal = { client_id: signIn.PORTAL_CLIENT_ID, redirect_uri: `${baseUrl}/portal` };
  const chosen = await reach(new URL('/login', signIn.AUTHORIZE_URL), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...portal,
      response_type: 'code',
      scope: 'openid',
      state: randomBytes(8).toString('hex'),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      person: subOf(group, number),
    }),
  });
  const back = URL.parse(chosen.headers.get('location') ?? '');
  const code = back?.searchParams.get('code');
  if (code === undefined || code === null) throw new Error(`nobody of ${group} could sign in`);
  const answer = await reach(signIn.TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({ ...portal, grant_type: 'authorization_code', code, code_verifier: verifier }),
  });
  return tokenSchema.parse(await answer.json()).access_token;
}
