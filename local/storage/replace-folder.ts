import { existsSync, renameSync, rmSync } from 'node:fs';
import { isEmpty } from './is-empty.ts';

/** What stands beside a folder while another takes its place. */
export const besideDataFolder = (folder: string) => ({
  building: `${folder}.restoring`,
  replaced: `${folder}.replaced`,
});

/** Puts the folder that was built in place of another, or of none; a crash in between is mended by `recoverReplaced`. */
export function putInPlace(folder: string): void {
  const { building, replaced } = besideDataFolder(folder);
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, replaced);
  renameSync(building, folder);
  rmSync(replaced, { recursive: true, force: true });
}

/**
 * Mends what a crash left beside a folder: where the old one had gone and the new one had not come, the old one comes
 * back; else what is left of either goes, since it holds people's data that nobody would find there.
 */
export function recoverReplaced(folder: string): void {
  const { building, replaced } = besideDataFolder(folder);
  if (isEmpty(folder) && existsSync(replaced)) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(replaced, folder);
  }
  for (const left of [building, replaced]) rmSync(left, { recursive: true, force: true });
}
