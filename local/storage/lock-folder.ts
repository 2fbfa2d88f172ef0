import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder belongs to another process that is still running. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Makes this process the only one to use a folder, by a file that names it; one left by a process that has gone is
 * taken over.
 *
 * @returns gives the folder free again
 * @throws FolderInUse
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  if (!claim(path)) {
    const owner = readOwner(path);
    if (owner !== undefined && isRunning(owner))
      throw new FolderInUse(
        `The data folder ${folder} is in use by process ${owner.pid}; stop it, or name another.`,
      );
    rmSync(path, { force: true });
    if (!claim(path))
      throw new FolderInUse(`The data folder ${folder} was taken by another process just now.`);
  }
  return () => rmSync(path, { force: true });
}

type Owner = { readonly pid: number; readonly startedAt: string };

function claim(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid} ${statusOf(process.pid).start}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path: string): Owner | undefined {
  try {
    const [, pid, startedAt = ''] = /^(\d+) (\d*)$/.exec(readFileSync(path, 'utf8').trim()) ?? [];
    return pid === undefined ? undefined : { pid: Number(pid), startedAt };
  } catch {
    return undefined;
  }
}

/**
 * A number may have been given to another process since, so its start must be the same too; and one that was killed
 * keeps its number until its parent has taken note.
 */
function isRunning({ pid, startedAt }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const { state, start } = statusOf(pid);
  return start === startedAt && !/^[ZX]$/.test(state);
}

/** How a process is and when it started, in the system's ticks; empty where the system does not say. */
function statusOf(pid: number): { readonly state: string; readonly start: string } {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return { state: '', start: '' };
  }
}
