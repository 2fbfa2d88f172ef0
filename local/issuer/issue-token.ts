import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';
import type { TokenClient, TokenClients } from './token-clients.ts';

const LIFETIME_SECONDS = 3600;

type TokenRequest = {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
};

type TokenAnswer = { readonly status: number; readonly body: Readonly<Record<string, string | number>> };

type IssuerParts = {
  readonly issuer: string;
  readonly key: SigningKey;
  readonly clients: TokenClients;
  /** The real clock. */
  readonly now: () => Date;
};

/**
 * Answers a request for a token by client credentials, as Cognito does: the client by Basic authentication or in the
 * form, the scopes asked for or else all of the client's, an access token of an hour without an audience.
 */
export async function issueToken(request: TokenRequest, parts: IssuerParts): Promise<TokenAnswer> {
  if (request.contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/x-www-form-urlencoded')
    return refused('invalid_request');
  const form = new URLSearchParams(request.body);
  const { clientId, secret } = credentials(request.authorization, form);
  const client = parts.clients.authenticate(clientId, secret);
  if (client === undefined) return refused('invalid_client');
  if (form.get('grant_type') !== 'client_credentials') return refused('unsupported_grant_type');
  const scopes = form.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;
  if (!scopes.every((scope) => client.scopes.includes(scope))) return refused('invalid_scope');
  return {
    status: 200,
    body: {
      access_token: await sign(client, scopes, parts),
      expires_in: LIFETIME_SECONDS,
      token_type: 'Bearer',
    },
  };
}

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

function sign({ clientId }: TokenClient, scopes: readonly string[], { issuer, key, now }: IssuerParts) {
  const issuedAt = Math.floor(now().getTime() / 1000);
  return new SignJWT({
    sub: clientId,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: issuedAt,
    version: 2,
    client_id: clientId,
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.keyId })
    .setIssuer(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .setJti(randomUUID())
    .sign(key.privateKey);
}
