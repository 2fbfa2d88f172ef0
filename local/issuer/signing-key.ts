import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { storedJson } from '../storage/stored-json.ts';

const ALGORITHM = 'RS256';
const jwk = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() });
const stored = z.object({ poolId: z.string(), keyId: z.string(), key: jwk });

/** What signs tokens, and the name of whoever signs them. */
export type SigningKey = {
  readonly poolId: string;
  readonly keyId: string;
  readonly privateKey: Awaited<ReturnType<typeof importJWK>>;
  readonly publicJwk: JWK;
};

/** The key in this file, made at the first start and kept, so that tokens outlive a restart. */
export async function signingKey(path: string): Promise<SigningKey> {
  const file = storedJson(path, stored);
  const known = file.read() ?? (await newKey());
  file.write(known);
  const { kty, n, e } = known.key;
  return {
    poolId: known.poolId,
    keyId: known.keyId,
    privateKey: await importJWK(known.key, ALGORITHM),
    publicJwk: { kty, n, e, kid: known.keyId, alg: ALGORITHM, use: 'sig' },
  };
}

async function newKey(): Promise<z.infer<typeof stored>> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const pool = randomUUID().replaceAll('-', '').slice(0, 9);
  return { poolId: `eu-west-2_${pool}`, keyId: randomUUID(), key: jwk.parse(await exportJWK(privateKey)) };
}
