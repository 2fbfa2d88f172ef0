import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { BackupError } from './backup-error.ts';
import { MANIFEST } from './manifest.ts';

/** Whether the system keeps its data there: what replaces it may then delete it. */
export function isDataFolder(folder: string): boolean {
  return ['table', 'tag-key.json'].every((name) => existsSync(join(folder, name)));
}

export function isBackup(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}

/** Refuses two folders of which one is in the other: what is written to or deleted with one would be of the other. */
export function checkApart(one: string, other: string): void {
  const [inner, outer] = [one, other].map((path) => (path.endsWith(sep) ? path : path + sep));
  if (inner?.startsWith(outer ?? '') === true || outer?.startsWith(inner ?? '') === true)
    throw new BackupError(
      `${one} and ${other} are not two folders side by side; name another. Nothing was changed.`,
    );
}
