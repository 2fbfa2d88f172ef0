import type { AuthorizationCodes } from './authorization-codes.ts';
import { exchangeCode } from './exchange-code.ts';
import type { PortalClient } from './read-authorization.ts';
import { type Signs, signToken, TOKEN_SECONDS } from './sign-token.ts';
import type { TokenClients } from './token-clients.ts';

type TokenRequest = {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** Nothing where it was too long. */
  readonly body: string | undefined;
};

type TokenAnswer = { readonly status: number; readonly body: Readonly<Record<string, string | number>> };

type IssuerParts = Signs & {
  readonly clients: TokenClients;
  readonly codes: AuthorizationCodes;
  readonly portal: PortalClient;
};

/**
 * Answers a request for a token, an access token of an hour without an audience, as Cognito does: to a machine by client
 * credentials, to the portal by the code of a person who signed in.
 */
export async function issueToken(request: TokenRequest, parts: IssuerParts): Promise<TokenAnswer> {
  const isForm =
    request.contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
  if (!isForm || request.body === undefined) return refused('invalid_request');
  const form = new URLSearchParams(request.body);
  if (form.get('grant_type') === 'authorization_code') {
    const exchanged = exchangeCode(form, parts.codes, parts.portal);
    return 'error' in exchanged ? refused(exchanged.error) : issued(await signToken(exchanged.claims, parts));
  }
  return toMachine(request.authorization, form, parts);
}

/** The client by Basic authentication or in the form; the scopes asked for, or else all of the client's. */
async function toMachine(authorization: string | undefined, form: URLSearchParams, parts: IssuerParts) {
  const { clientId, secret } = credentials(authorization, form);
  const client = parts.clients.authenticate(clientId, secret);
  if (client === undefined) return refused('invalid_client');
  if (form.get('grant_type') !== 'client_credentials') return refused('unsupported_grant_type');
  const scopes = form.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;
  if (!scopes.every((scope) => client.scopes.includes(scope))) return refused('invalid_scope');
  return issued(await signToken({ sub: clientId, client_id: clientId, scope: scopes.join(' ') }, parts));
}

const issued = (token: string): TokenAnswer => ({
  status: 200,
  body: { access_token: token, expires_in: TOKEN_SECONDS, token_type: 'Bearer' },
});

const refused = (error: string): TokenAnswer => ({ status: 400, body: { error } });

function credentials(authorization: string | undefined, form: URLSearchParams) {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined)
    return { clientId: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const text = Buffer.from(basic, 'base64').toString();
  const colon = text.indexOf(':');
  return colon === -1
    ? { clientId: text, secret: '' }
    : { clientId: text.slice(0, colon), secret: text.slice(colon + 1) };
}
