import type { World } from '../platform/world.ts';
import { type Bucket, SEAL, writeOnce } from '../store/pack-files.ts';

type Signing = Pick<World, 'signer' | 'publicKeys'> & { readonly bucket: Bucket; readonly keyId: string };

/**
 * Signs the manifest of a folder: writes the public key beside it and, last of all, the signature, 256 bytes that
 * `openssl dgst -sha256 -verify` reads as they are. The same manifest and key give the same bytes.
 *
 * @param manifest the manifest as it is stored
 */
export async function signManifest(
  { bucket, signer, publicKeys, keyId }: Signing,
  folder: string,
  manifest: Uint8Array,
): Promise<void> {
  const publicKey = await publicKeys.publicKey(keyId);
  const signature = await signer.sign(keyId, manifest);
  await writeOnce(bucket, `${folder}/${SEAL.key}`, Buffer.from(publicKey));
  await writeOnce(bucket, `${folder}/${SEAL.signature}`, signature);
}
