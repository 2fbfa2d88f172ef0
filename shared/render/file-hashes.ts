import { createHash } from 'node:crypto';

/** The SHA-256 and the size in bytes of each file, by name, as manifests list them. */
export const fileHashes = (files: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [
      name,
      { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
    ]),
  );
