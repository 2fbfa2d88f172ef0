import { type Bucket, keptOnce, SEAL } from './pack-files.ts';

/**
 * Writes files into a folder, once each, and then their manifest. Files of an earlier try stay, and the manifest is of
 * what is there: a try that another version of the code goes on with makes no manifest of bytes that are not stored.
 *
 * @param manifestOf the manifest of the files as they are stored
 * @returns the manifest as it is stored
 */
export async function writeWithManifest(
  bucket: Bucket,
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
  manifestOf: (stored: Readonly<Record<string, Uint8Array>>) => Uint8Array,
): Promise<Uint8Array> {
  const stored: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(files))
    stored[name] = await keptOnce(bucket, `${folder}/${name}`, bytes);
  return keptOnce(bucket, `${folder}/${SEAL.manifest}`, manifestOf(stored));
}
