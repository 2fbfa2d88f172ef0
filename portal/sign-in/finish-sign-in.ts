import { redirectUri } from './begin-sign-in.ts';
import type { Config } from './config.ts';
import { takePending } from './pending.ts';

const AGAIN = 'You are not signed in. Sign in again.';

/**
 * Where somebody comes back from the sign-in page: exchanges the code for a token, and takes both out of the address.
 *
 * @returns the token; undefined where nobody comes back
 * @throws Error with what to do, where they come back without a token
 */
export async function finishSignIn(config: Config): Promise<string | undefined> {
  const query = new URLSearchParams(location.search);
  if (!query.has('code') && !query.has('error')) return undefined;
  const pending = takePending();
  history.replaceState(undefined, '', `/portal${pending?.returnTo ?? ''}`);
  const code = query.get('code');
  // Whoever did not set out from this tab is not brought in by an address that somebody else made.
  if (code === null || pending === undefined || query.get('state') !== pending.state) throw new Error(AGAIN);
  const response = await fetch(config.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      redirect_uri: redirectUri(),
      code,
      code_verifier: pending.verifier,
    }).toString(),
  });
  const read: unknown = response.ok ? await response.json() : undefined;
  if (!hasToken(read)) throw new Error(AGAIN);
  return read.access_token;
}

const hasToken = (read: unknown): read is { access_token: string } =>
  typeof read === 'object' &&
  read !== null &&
  'access_token' in read &&
  typeof read.access_token === 'string';
