import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { notImplemented } from './object-error.ts';

type Checksum = { readonly update: (part: Buffer) => void; readonly base64: () => string };

const hashed = (algorithm: string) => (): Checksum => {
  const hash = createHash(algorithm);
  return { update: (part) => void hash.update(part), base64: () => hash.digest('base64') };
};

const algorithms: ReadonlyMap<string, () => Checksum> = new Map([
  [
    'x-amz-checksum-crc32',
    () => {
      let sum = 0;
      return {
        update: (part) => {
          sum = crc32(part, sum);
        },
        base64: () => {
          const bytes = Buffer.alloc(4);
          bytes.writeUInt32BE(sum);
          return bytes.toString('base64');
        },
      };
    },
  ],
  ['x-amz-checksum-sha1', hashed('sha1')],
  ['x-amz-checksum-sha256', hashed('sha256')],
]);

/**
 * Begins the checksum that a header of this name gives; nothing where the name is no checksum's.
 *
 * @throws ObjectError 501 for one that cannot be verified here, rather than believing it
 */
export function beginChecksum(header: string): Checksum | undefined {
  const begin = algorithms.get(header);
  if (begin !== undefined) return begin();
  if (header.startsWith('x-amz-checksum-') && !/-(mode|algorithm|type)$/.test(header))
    throw notImplemented(`The checksum ${header}`);
  return undefined;
}
