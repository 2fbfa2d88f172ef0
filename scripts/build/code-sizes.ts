import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How large the code of a function is, in bytes. */
export type CodeSizes = {
  /** What every start reads: `index.mjs` and what it imports at once. */
  readonly atStart: number;
  /** That, compressed by gzip. */
  readonly gzip: number;
  /** All code, with what is imported when it is needed. */
  readonly code: number;
  /** All that is unpacked on Lambda: source maps and files beside the code as well. */
  readonly unpacked: number;
};

export function codeSizes(folder: string): CodeSizes {
  const atStart = [...importedAtStart(folder)].map((file) => readFileSync(join(folder, file)));
  const modules = filesIn(folder).filter((file) => file.endsWith('.mjs'));
  return {
    atStart: sum(atStart.map(({ length }) => length)),
    gzip: sum(atStart.map((bytes) => gzipSync(bytes).length)),
    code: sum(modules.map(sizeOf)),
    unpacked: bytesIn(folder),
  };
}

/** How much is in a folder, in bytes. */
export function bytesIn(folder: string): number {
  return sum(filesIn(folder).map(sizeOf));
}

/** `import` with a bracket is for what is needed later; what comes without one is read at once. */
const IMPORT = /(?:from|import)\s*"\.\/([\w.-]+\.mjs)"/g;

function importedAtStart(folder: string, file = 'index.mjs', seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported = ''] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORT))
    importedAtStart(folder, imported, seen);
  return seen;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const sizeOf = (file: string) => statSync(file).size;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
