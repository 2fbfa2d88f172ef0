import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';

export const TOKEN_SECONDS = 3600;

export type Signs = {
  readonly issuer: string;
  readonly key: SigningKey;
  /** The real clock. */
  readonly now: () => Date;
};

/** Signs an access token of an hour, of the form that Cognito's have, with what is said of whoever it is for. */
export function signToken(claims: Readonly<Record<string, unknown>>, { issuer, key, now }: Signs) {
  const issuedAt = Math.floor(now().getTime() / 1000);
  return new SignJWT({ token_use: 'access', version: 2, auth_time: issuedAt, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.keyId })
    .setIssuer(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_SECONDS)
    .setJti(randomUUID())
    .sign(key.privateKey);
}
