import packageJson from '../../package.json' with { type: 'json' };
import type { StatementDocument } from '../finance/statement-document.ts';
import { fileHashes } from './file-hashes.ts';

/** The manifest of a statement: what it is of, and the SHA-256 of each of its files. */
export function statementManifest(
  { commissioner, provider, month, state, cutOff, madeAt }: StatementDocument,
  files: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  const manifest = {
    schema: 1,
    ...{ commissioner, provider, month, state, cutOff, madeAt },
    codeVersion: packageJson.version,
    files: fileHashes(files),
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}
