import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { besideFolder } from './beside-folder.ts';
import { syncToDisk } from './sync-to-disk.ts';

/**
 * Puts the finished copy beside a folder in its place and removes what was there. Neither may be open. Whatever step
 * a crash falls on, `recoverFolder` finds one of the two whole.
 *
 * @throws the system's error; the folder is whole then, the old one or the new
 */
export function swapFolder(folder: string): void {
  const { next, old } = besideFolder(folder);
  remove(old);
  rename(folder, old);
  try {
    rename(next, folder);
  } catch (error) {
    rename(old, folder);
    throw error;
  }
  remove(old);
}

/** Ends a swap that a crash broke off. Where the folder is missing its copy was finished, so that takes its place. */
export function recoverFolder(folder: string): void {
  const { next, old, probe } = besideFolder(folder);
  const whole = [folder, next, old].find((path) => existsSync(path));
  if (whole !== undefined && whole !== folder) rename(whole, folder);
  for (const left of [next, old, probe]) remove(left);
}

/** On disk before the next step, so that a power cut cannot keep a later step and lose this one. */
function rename(from: string, to: string): void {
  renameSync(from, to);
  syncToDisk(dirname(to));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
