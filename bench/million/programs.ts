import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Told, toldSchema } from './told.ts';

const here = import.meta.dirname;

/** Longer than any of them should need. */
const TIMEOUT_MS = 10 * 60_000;

/** A run of a whole process: what it told, and the time from its start to its end as seen from outside. */
export type Run = Told & { readonly wallSeconds: number };

/** A program by its name; told the folder of the prepared input it runs once and whole. */
export type Program = { readonly name: string; readonly run: (folder: string) => Promise<Run> };

/**
 * The floor, ours, the rivals' figures alone by ours, and the rivals. What ships as a bundle runs as one, made in
 * `folder`: all but the rivals.
 */
export async function programsIn(
  folder: string,
): Promise<{ floor: Program; ours: Program; alone: Program; rivals: Program[] }> {
  const built = { bundle: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } } as const;
  const entryPoints = ['floor', 'ours', 'alone'].map((name) => join(here, `${name}.ts`));
  await build({ ...built, entryPoints, outdir: folder });
  return {
    floor: program('floor', process.execPath, join(folder, 'floor.mjs')),
    ours: program('every measure', process.execPath, join(folder, 'ours.mjs')),
    alone: program('18 figures alone', process.execPath, join(folder, 'alone.mjs')),
    rivals: [
      program('R', 'Rscript', '--vanilla', join(here, 'rival.R')),
      program('DuckDB', process.execPath, join(here, 'duckdb.ts')),
    ],
  };
}

function program(name: string, command: string, ...given: readonly string[]): Program {
  return {
    name,
    run: async (folder) => {
      const start = performance.now();
      const { stdout } = await promisify(execFile)(command, [...given, folder], { timeout: TIMEOUT_MS });
      const wallSeconds = (performance.now() - start) / 1000;
      return { ...toldSchema.parse(JSON.parse(stdout)), wallSeconds };
    },
  };
}
