import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { type PortalClient, SCOPE } from './read-authorization.ts';

const VERIFIER = /^[\w.~-]{43,128}$/;

/** The claims of a token, or OAuth's word for why there is none. */
export type Exchanged =
  | { readonly claims: Readonly<Record<string, unknown>> }
  | { readonly error: 'invalid_client' | 'invalid_grant' };

/**
 * Exchanges a code for the claims of a person's token (RFC 6749, section 4.1.3; RFC 7636, section 4.6). The code is used
 * up by whoever comes with it first, right or wrong, so that neither a second use nor a guess is worth anything.
 */
export function exchangeCode(
  form: URLSearchParams,
  codes: AuthorizationCodes,
  portal: PortalClient,
): Exchanged {
  const grant = codes.take(form.get('code') ?? '');
  const clientId = form.get('client_id');
  if (clientId !== portal.clientId) return { error: 'invalid_client' };
  if (
    grant?.clientId !== clientId ||
    grant.redirectUri !== form.get('redirect_uri') ||
    !isVerifierOf(grant.challenge, form.get('code_verifier') ?? '')
  )
    return { error: 'invalid_grant' };
  const { sub, group } = grant.person;
  return {
    claims: {
      ...{ sub, username: sub, client_id: clientId, scope: SCOPE },
      'cognito:groups': [group],
      auth_time: Math.floor(grant.signedInAt.getTime() / 1000),
      ...{ origin_jti: randomUUID(), event_id: randomUUID() },
    },
  };
}

function isVerifierOf(challenge: string, verifier: string): boolean {
  const hash = createHash('sha256').update(verifier).digest();
  const expected = Buffer.from(challenge, 'base64url');
  return VERIFIER.test(verifier) && expected.length === hash.length && timingSafeEqual(expected, hash);
}
