import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { besideFolder } from './beside-folder.ts';

/** Besides its logs, which it writes out whole, a LevelDB that is opened writes little. */
const BESIDES = 1024 * 1024;

/** Whether the LevelDB of a folder could be opened again: there is room for what that writes. */
export function hasRoom(folder: string): boolean {
  const { probe } = besideFolder(folder);
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const bytes = logs.reduce((sum, name) => sum + statSync(join(folder, name)).size, BESIDES);
  try {
    writeFileSync(probe, Buffer.alloc(bytes), { flush: true });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { force: true });
  }
}
