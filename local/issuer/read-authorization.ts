/** The one public client, through which people sign in, and the one address that codes are sent to. */
export type PortalClient = { readonly clientId: string; readonly redirectUri: string };

/** What was asked for, as far as a code is bound to it. */
export type Authorization = {
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** The PKCE challenge: the SHA-256 of a verifier that only the portal knows. */
  readonly challenge: string;
};

/** Asked for as it should be; refused, which the portal is told; or by nobody known, whom nothing is sent to. */
export type ReadAuthorization =
  | { readonly kind: 'asked'; readonly authorization: Authorization }
  | { readonly kind: 'refused'; readonly location: string }
  | { readonly kind: 'unknown' };

export const SCOPE = 'openid';

const CHALLENGE = /^[\w-]{43}$/;

/**
 * Reads a request for authorization (RFC 6749, section 4.1.1) with its PKCE challenge (RFC 7636). A client or an
 * address that is not exactly the registered one is `unknown`, so that nobody is sent where they did not mean to go;
 * whatever else is wrong is told to the portal, with its `state`.
 */
export function readAuthorization(
  asked: URLSearchParams,
  { clientId, redirectUri }: PortalClient,
): ReadAuthorization {
  const only = (name: string) => {
    const [value, ...more] = asked.getAll(name);
    return more.length === 0 ? value : undefined;
  };
  if (only('client_id') !== clientId || only('redirect_uri') !== redirectUri) return { kind: 'unknown' };
  const state = only('state');
  const refused = (error: string): ReadAuthorization => ({
    kind: 'refused',
    location: backTo({ redirectUri, state }, { error }),
  });
  const repeated = [...new Set(asked.keys())].some((name) => asked.getAll(name).length > 1);
  const responseType = only('response_type');
  if (repeated || responseType === undefined) return refused('invalid_request');
  if (responseType !== 'code') return refused('unsupported_response_type');
  if ((only('scope') ?? SCOPE) !== SCOPE) return refused('invalid_scope');
  const challenge = only('code_challenge') ?? '';
  // A plain challenge is the verifier itself, and tells whoever reads the address what only the portal may know.
  if (only('code_challenge_method') !== 'S256' || !CHALLENGE.test(challenge))
    return refused('invalid_request');
  return { kind: 'asked', authorization: { redirectUri, state, challenge } };
}

/** The address that the portal is told something at: a code or an error, with the `state` it sent. */
export function backTo(
  { redirectUri, state }: Pick<Authorization, 'redirectUri' | 'state'>,
  told: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ ...told, ...(state !== undefined && { state }) });
  return `${redirectUri}?${query.toString()}`;
}
