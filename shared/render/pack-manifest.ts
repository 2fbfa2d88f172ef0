import packageJson from '../../package.json' with { type: 'json' };
import type { OutcomeDocument } from '../outcomes/document.ts';
import { fileHashes } from './file-hashes.ts';

type Origin = {
  readonly inputFingerprint: string;
  readonly records: number;
  readonly previousRevision: number | null;
};

/** The manifest of a revision: what it was made from, by which definitions, and the SHA-256 of each of its files. */
export function packManifest(
  { commissioner, month, revision, asAt, erased, definitions }: OutcomeDocument,
  files: Readonly<Record<string, Uint8Array>>,
  origin: Origin,
): Uint8Array {
  const manifest = {
    schema: 1,
    commissioner,
    month,
    revision,
    ...origin,
    asAt,
    ...(erased && { erased }),
    codeVersion: packageJson.version,
    definitions: Object.fromEntries(Object.entries(definitions).map(([id, { revision: of }]) => [id, of])),
    files: fileHashes(files),
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}
