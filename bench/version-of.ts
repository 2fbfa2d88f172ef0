import { readFileSync } from 'node:fs';
import * as z from 'zod';

const manifestSchema = z.object({ version: z.string() });

/** A package of ours with its version, as `exceljs 4.4.0`. */
export function versionOf(name: string): string {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version}`;
}
