import { join } from 'node:path';

const here = import.meta.dirname;

/** The programs that run by turns, each whole: what starts it, given the folder of the prepared input. */
export const programs = {
  floor: (folder: string) => [process.execPath, join(here, 'floor.ts'), folder],
  ours: (folder: string) => [process.execPath, join(here, 'ours.ts'), folder],
  R: (folder: string) => ['Rscript', '--vanilla', join(here, 'rival.R'), folder],
  DuckDB: (folder: string) => [process.execPath, join(here, 'duckdb.ts'), folder],
} as const satisfies Record<string, (folder: string) => [string, ...string[]]>;

export type ProgramName = keyof typeof programs;
