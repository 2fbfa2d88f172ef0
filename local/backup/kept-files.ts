import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupManifest } from './manifest.ts';

/**
 * What is kept of a data folder beside its table: packs and the ledger of erasures, clients and keys, executions, how
 * far the clock had come. The log stays behind.
 */
const KEPT = [
  'objects/**',
  'issuer/**',
  'executions/**',
  'outbox/**',
  'access-key.json',
  'tag-key.json',
  'signing-key.json',
  'clock.json',
] as const;

const PIECE_BYTES = 1024 * 1024;

/** The paths of the files that are kept, in order. */
export function keptFiles(folder: string): string[] {
  return globSync(KEPT, { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** Copies files, their folders for their owner alone, and says what each holds. */
export function copyFiles(paths: readonly string[], from: string, to: string): BackupManifest['files'] {
  return Object.fromEntries(
    paths.map((path) => {
      mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
      copyFileSync(join(from, path), join(to, path));
      return [path, contentOf(join(to, path))];
    }),
  );
}

/** The paths of files that are missing or hold something else than is stated. */
export function damagedFiles(
  files: Readonly<Record<string, { readonly sha256: string }>>,
  folder: string,
): string[] {
  return Object.entries(files)
    .filter(([path, stated]) => {
      const file = join(folder, path);
      return !existsSync(file) || contentOf(file).sha256 !== stated.sha256;
    })
    .map(([path]) => path);
}

/** Read a piece at a time: a table may be larger than memory. */
function contentOf(path: string) {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return { sha256: hash.digest('hex'), bytes: statSync(path).size };
}
