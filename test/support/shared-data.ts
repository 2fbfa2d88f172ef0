import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the real data kept beside the project, wherever `JANUS_SHARED` or `../shared` says; or undefined. */
export function sharedData(path: string): string | undefined {
  const root = process.env.JANUS_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');
  const file = join(root, 'data', path);
  if (existsSync(file)) return file;
  console.warn(`skipped: ${path} is not here; set JANUS_SHARED to the folder that holds data/${path}`);
  return undefined;
}

/** The rows of a plain CSV without quoting, by the names in its first line. */
export function csvRows(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}
