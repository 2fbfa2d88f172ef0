import { GenerateMacCommand, KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import type { Macs } from './world.ts';

/** Message authentication codes by keys that never leave KMS: HMAC with SHA-256. */
export function kmsMacs(config: KMSClientConfig = {}, client = new KMSClient(config)): Macs {
  return {
    mac: async (KeyId, message) => {
      const { Mac } = await client.send(
        new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(message) }),
      );
      if (Mac === undefined) throw new Error('the key service answered without a code');
      return Mac;
    },
  };
}
