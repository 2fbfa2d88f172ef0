import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileLog } from '../../../local/storage/file-log.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = () => new Date('2026-11-04T12:00:00Z');

/** The messages of a log, each of a line of its own. */
const messages = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { message: string }).message);

it('has every entry on a line once it is closed', async () => {
  const path = join(folder, 'janus.log');
  const { log, close } = fileLog(path, now);
  log.info('one');
  log.error('two', { run: 'r-1' });
  await close();
  expect(messages(path)).toEqual(['one', 'two']);
});

it('loses what cannot be written, and goes on with what can', async () => {
  const path = join(folder, 'later', 'janus.log');
  const { log, close } = fileLog(path, now);
  log.info('lost');
  // That it could not is known a moment later, and what is logged until then is lost, too.
  await pause(100);
  mkdirSync(join(folder, 'later'));
  await expect
    .poll(() => {
      log.info('again');
      return existsSync(path);
    })
    .toBe(true);
  log.info('kept');
  await close();
  expect(messages(path).at(-1)).toBe('kept');
});
