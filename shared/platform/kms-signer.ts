import { KMSClient, type KMSClientConfig, SignCommand } from '@aws-sdk/client-kms';
import { createHash } from 'node:crypto';
import type { Signer } from './world.ts';

/** Signatures by keys that never leave KMS. */
export function kmsSigner(config: KMSClientConfig = {}, client = new KMSClient(config)): Signer {
  return {
    sign: async (KeyId, message) => {
      // The digest: KMS takes 4 KB of a message at most.
      const { Signature } = await client.send(
        new SignCommand({
          KeyId,
          SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
          MessageType: 'DIGEST',
          Message: createHash('sha256').update(message).digest(),
        }),
      );
      if (Signature === undefined) throw new Error('the key service answered without a signature');
      return Signature;
    },
  };
}
