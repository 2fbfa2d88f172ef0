import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Macs } from '../../shared/platform/world.ts';
import { storedJson } from '../storage/stored-json.ts';

const keySchema = z.object({ id: z.string(), secret: z.base64() });

/**
 * Message authentication codes by the one key in this file, which is made where there is none yet; on AWS the key is
 * in KMS and nobody can read it.
 */
export function localMacs(path: string): { readonly keyId: string; readonly macs: Macs } {
  const file = storedJson(path, keySchema);
  const { id, secret } = file.read() ?? { id: 'local-tag-key', secret: randomBytes(32).toString('base64') };
  file.write({ id, secret });
  return {
    keyId: id,
    macs: {
      mac: (keyId, message) => {
        if (keyId !== id) return Promise.reject(new Error('There is no such key.'));
        return Promise.resolve(createHmac('sha256', Buffer.from(secret, 'base64')).update(message).digest());
      },
    },
  };
}
