import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until a file, or the names in a folder, would outlive a power cut. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same for a folder and every file directly in it. */
export function syncFolder(folder: string): void {
  for (const name of readdirSync(folder)) syncToDisk(join(folder, name));
  syncToDisk(folder);
}
