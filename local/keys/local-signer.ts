import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import * as z from 'zod';
import type { World } from '../../shared/platform/world.ts';
import { storedJson } from '../storage/stored-json.ts';

const keySchema = z.object({ id: z.string(), privateKey: z.string() });

/**
 * Signatures by the one key in this file, which is made where there is none yet; on AWS the key is in KMS and nobody
 * can read it.
 */
export function localSigner(path: string): Pick<World, 'signer' | 'publicKeys'> & { readonly keyId: string } {
  const file = storedJson(path, keySchema);
  const { id, privateKey } = file.read() ?? { id: 'local-signing-key', privateKey: newKey() };
  file.write({ id, privateKey });
  const own = (keyId: string) => {
    if (keyId !== id) throw new Error('There is no such key.');
    return privateKey;
  };
  return {
    keyId: id,
    signer: {
      // An RSA key signs by RSASSA-PKCS1-v1_5 where nothing else is asked for.
      sign: async (keyId, message) => Promise.resolve(sign('sha256', message, own(keyId))),
    },
    publicKeys: {
      publicKey: async (keyId) =>
        Promise.resolve(createPublicKey(own(keyId)).export({ format: 'pem', type: 'spki' }).toString()),
    },
  };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
