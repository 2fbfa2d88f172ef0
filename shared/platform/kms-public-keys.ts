import { GetPublicKeyCommand, KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import { createPublicKey } from 'node:crypto';
import type { PublicKeys } from './world.ts';

/** The public halves of keys in KMS; beside the signer, so that who may only publish one cannot sign. */
export function kmsPublicKeys(config: KMSClientConfig = {}, client = new KMSClient(config)): PublicKeys {
  return {
    publicKey: async (KeyId) => {
      const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
      if (PublicKey === undefined) throw new Error('the key service answered without a public key');
      const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
      return key.export({ format: 'pem', type: 'spki' }).toString();
    },
  };
}
