import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../../local/storage/lock-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets one user in, and the next once it is given free', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  unlock();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
  lockFolder(folder)();
});

it('takes over from a process that has gone', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  writeFileSync(join(folder, 'lock'), `${gone.pid!} 1\n`);
  lockFolder(folder)();
});

it('takes over where the number has gone to another process since', () => {
  writeFileSync(join(folder, 'lock'), `${process.ppid} 1\n`);
  lockFolder(folder)();
});

it('takes over a file that says nothing', () => {
  writeFileSync(join(folder, 'lock'), '');
  lockFolder(folder)();
});
