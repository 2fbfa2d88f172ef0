import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { join } from 'node:path';
import { signingKey } from '../../local/issuer/signing-key.ts';

/**
 * Tokens that are not to be believed, by what is wrong with them: of the client of a token that is, with all of its
 * scopes.
 *
 * @param dataDir the folder of the system, whose issuer's key signs those that are forged otherwise
 */
export async function oddTokens(dataDir: string, token: string): Promise<Record<string, string>> {
  const { keyId, privateKey } = await signingKey(join(dataDir, 'issuer', 'signing-key.json'));
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  const another = await generateKeyPair('RS256');
  const sign = (changes: object, key: Parameters<SignJWT['sign']>[0] = privateKey) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(key);
  const wider = Buffer.from(JSON.stringify({ ...claims, scope: 'admin/all' })).toString('base64url');
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  return {
    'expired an hour ago': await sign({ exp: hourAgo }),
    'signed by another key under the same name': await sign({}, another.privateKey),
    'of another issuer': await sign({ iss: 'https://example.org/pool' }),
    'of an identity and no access': await sign({ token_use: 'id' }),
    'of a client that there is not': await sign({ client_id: 'nobody', sub: 'nobody' }),
    unsigned: new UnsecuredJWT(claims).encode(),
    'with other claims under its signature': `${header}.${wider}.${signature}`,
    nonsense: 'nonsense',
  };
}
