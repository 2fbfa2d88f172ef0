import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { signingKey } from '../../local/issuer/signing-key.ts';

type Claims = Record<string, unknown>;

/** What signs as the issuer of a system does, and what a token of it says. */
async function forger(dataDir: string, token: string) {
  const { keyId, privateKey, publicJwk } = await signingKey(join(dataDir, 'issuer', 'signing-key.json'));
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
  const another = await generateKeyPair('RS256', { extractable: true });
  const anothersJwk = await exportJWK(another.publicKey);
  const publicKey = createPublicKey({ key: publicJwk, format: 'jwk' });
  const publicBytes = Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }));
  const signBy = (key: Parameters<SignJWT['sign']>[0]) => (changes: object) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(key);
  return {
    claims,
    sign: signBy(privateKey),
    signByAnother: signBy(another.privateKey),
    /** What everybody may read of the key taken for a secret, as a verifier would that believes a token's own word. */
    signByPublicKey: () =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keyId }).sign(publicBytes),
    /** Brings the key that it is to be believed by along. */
    signByOwnKey: () =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', jwk: anothersJwk, jku: 'https://example.org/keys' })
        .sign(another.privateKey),
    under: (changed: Claims) =>
      `${header}.${Buffer.from(JSON.stringify({ ...claims, ...changed })).toString('base64url')}.${signature}`,
    hourAgo: Math.floor(Date.now() / 1000) - 3600,
  };
}

/**
 * Tokens that are not to be believed, by what is wrong with them: of the client of a token that is, with all of its
 * scopes.
 *
 * @param dataDir the folder of the system, whose issuer's key signs those that are forged otherwise
 */
export async function oddTokens(dataDir: string, token: string): Promise<Record<string, string>> {
  const { claims, sign, signByAnother, signByPublicKey, signByOwnKey, under, hourAgo } = await forger(
    dataDir,
    token,
  );
  return {
    'expired an hour ago': await sign({ exp: hourAgo }),
    'signed by another key under the same name': await signByAnother({}),
    'signed by the public key as by a secret': await signByPublicKey(),
    'that brings its own key along': await signByOwnKey(),
    'of another issuer': await sign({ iss: 'https://example.org/pool' }),
    'of an identity and no access': await sign({ token_use: 'id' }),
    'of a client that there is not': await sign({ client_id: 'nobody', sub: 'nobody' }),
    'of a person through a machine’s client': await sign({ sub: 'somebody' }),
    'with a person’s groups': await sign({ 'cognito:groups': ['operator/administrator'] }),
    unsigned: new UnsecuredJWT(claims).encode(),
    'with other claims under its signature': under({ scope: 'admin/all' }),
    nonsense: 'nonsense',
  };
}

/**
 * Tokens of a person, made from one that is good: most are not to be believed; some are, and say other things than one
 * might think. By what is odd about them.
 *
 * @param token of an administrator of the operator
 */
export async function oddPersonTokens(
  dataDir: string,
  token: string,
  machine: string,
): Promise<Record<string, string>> {
  const { claims, sign, signByAnother, signByPublicKey, signByOwnKey, under, hourAgo } = await forger(
    dataDir,
    token,
  );
  const inGroups = (...groups: string[]) => sign({ 'cognito:groups': groups });
  const scope = 'openid admin/all packs/read packs/release';
  return {
    'in no group': await inGroups(),
    'without groups': await sign({ 'cognito:groups': undefined }),
    'in groups that give nothing': await inGroups('Operator/administrator', 'operator', 'admin/all'),
    'in groups of two parties': await inGroups('operator/administrator', 'provider/janus-enterprise/records'),
    'in the groups of two commissioners': await inGroups(
      'commissioner/northshire/reader',
      'commissioner/eastshire/reader',
    ),
    'of another public client': await sign({ client_id: 'another-page' }),
    'of a machine’s client': await sign({ client_id: machine }),
    'of an identity and no access': await sign({ aud: claims['client_id'], token_use: 'id' }),
    'had from the pool without the sign-in page': await sign({ scope: 'aws.cognito.signin.user.admin' }),
    'with scopes but no groups': await sign({ scope, 'cognito:groups': undefined }),
    'expired an hour ago': await sign({ exp: hourAgo }),
    'signed by another key under the same name': await signByAnother({}),
    'signed by the public key as by a secret': await signByPublicKey(),
    'that brings its own key along': await signByOwnKey(),
    'of another issuer': await sign({ iss: 'https://example.org/pool' }),
    'with other groups under its signature': under({ 'cognito:groups': ['operator/approver'] }),
    unsigned: new UnsecuredJWT(claims).encode(),
    'asking for more scopes': await sign({ scope, 'cognito:groups': ['commissioner/northshire/reader'] }),
    'of a party that is not registered': await inGroups('commissioner/nowhere/approver'),
    'in two groups of one party': await inGroups(
      'commissioner/northshire/approver',
      'commissioner/northshire/finance',
    ),
  };
}
