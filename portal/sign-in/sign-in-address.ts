import type { Config } from './config.ts';

type Asked = { readonly redirectUri: string; readonly state: string; readonly challenge: string };

/** Where the browser goes to sign in (RFC 6749, section 4.1.1, with RFC 7636). */
export function signInAddress(
  { authorizeUrl, clientId }: Config,
  { redirectUri, state, challenge }: Asked,
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${authorizeUrl}?${query.toString()}`;
}
