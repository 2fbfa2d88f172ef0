import { existsSync, readdirSync } from 'node:fs';

/** Whether a folder is not there, or nothing is in it. */
export function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}
