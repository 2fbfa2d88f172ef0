import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBackup } from '../../local/backup/make-backup.ts';
import { restoreBackup } from '../../local/backup/restore-backup.ts';
import { outboxMail } from '../../local/outbox.ts';
import { aCohort } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';
import { upload } from '../support/uploads.ts';

/** Whatever a system keeps on one machine, no other user of the machine can look into. */

const root = mkdtempSync(join(tmpdir(), 'private-files-'));
const live = join(root, 'live');
const backup = join(root, 'backup');
const restored = join(root, 'restored');
let system: System;
let mask: number;

beforeAll(async () => {
  // As most machines have it: what says nothing of its mode may be read by everybody.
  mask = process.umask(0o022);
  system = await aSystem('2026-11-04T12:00:00Z', live);
});
afterAll(() => {
  process.umask(mask);
  rmSync(root, { recursive: true, force: true });
});

const entriesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
    join(parentPath, name),
  );

/** What others of the machine may do anything with. The files of the table's engine are behind its folder. */
const openToOthers = (folder: string) =>
  [folder, ...entriesIn(folder)]
    .map((path) => ({ path, stat: lstatSync(path) }))
    .filter(({ path, stat }) => stat.isDirectory() || basename(join(path, '..')) !== 'table')
    .filter(({ stat }) => (stat.mode & 0o077) !== 0)
    .map(({ path, stat }) => `${relative(root, path)} ${(stat.mode & 0o777).toString(8)}`);

test('of a system that has been sent records and files, and has made packs', async () => {
  await system.provider('POST', '/v1/batches', { records: aCohort() });
  await upload(system.provider, { format: 'ndjson', mode: 'commit' }, '{}');
  await system.runMonth({ month: '2026-10' });
  await outboxMail(join(live, 'outbox')).send({
    to: 'b@example.org',
    subject: '',
    text: '',
  });
  expect(openToOthers(live)).toEqual([]);
  await system.close();
  expect(openToOthers(live)).toEqual([]);
  // Each of these was looked into.
  const kept = new Set(entriesIn(live).map((path) => relative(live, path).split('/')[0]));
  expect([...kept]).toEqual(
    expect.arrayContaining(['executions', 'issuer', 'logs', 'objects', 'outbox', 'queues', 'table']),
  );
});

test('of a backup, and of what is restored from it', async () => {
  await makeBackup(live, backup);
  await restoreBackup({ from: backup, dataDir: restored, replace: false, erasuresOf: [] });
  for (const folder of [backup, restored]) {
    expect(entriesIn(folder).length).toBeGreaterThan(10);
    expect(openToOthers(folder)).toEqual([]);
  }
});
