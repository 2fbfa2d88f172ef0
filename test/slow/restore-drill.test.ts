import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBackup } from '../../local/backup/make-backup.ts';
import type { BackupManifest } from '../../local/backup/manifest.ts';
import { restoreBackup } from '../../local/backup/restore-backup.ts';
import { auditEntries } from '../support/audit-entries.ts';
import { filesHolding } from '../support/find-bytes.ts';
import { aCohort, aSentPlacement, aSentSession } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** The drill: a system is backed up, goes on, is lost and restored; erasures hold, everything else is as it was. */

let root: string;
const folder = (name: string) => join(root, name);
const live = () => folder('live');

beforeAll(async () => (root = await mkdtemp(join(tmpdir(), 'janus-drill-'))));
afterAll(() => rm(root, { recursive: true, force: true }));

const restore = (more: Partial<Parameters<typeof restoreBackup>[0]>) =>
  restoreBackup({ from: folder('backup'), dataDir: live(), replace: false, erasuresOf: [], ...more });

const packOf = async (system: System) => {
  const names = ['outcomes.json', 'pack.pdf', 'pack.xlsx', 'pack.html', 'manifest.json'];
  const files = await Promise.all(names.map((name) => system.file('northshire', '2026-10', name)));
  return files.map((file) => file.toString('base64'));
};

let before: { clients: unknown; pack: string[]; run: Record<string, unknown> };
let manifest: BackupManifest;

test('a stopped system is backed up whole, a running one is not', async () => {
  const system = await aSystem('2026-11-04T12:00:00Z', live());
  await system.provider('POST', '/v1/batches', { records: aCohort() });
  await system.provider('DELETE', '/v1/people/SU-3');
  const run = await system.runMonth({ month: '2026-10' });
  before = { clients: system.clients, pack: await packOf(system), run };
  await expect(makeBackup(live(), folder('backup'))).rejects.toThrow('in use by process');
  await system.close();
  manifest = await makeBackup(live(), folder('backup'));
  expect(manifest.table.items).toBeGreaterThan(19 * 4);
  await expect(makeBackup(live(), folder('backup'))).rejects.toThrow('not empty');
});

test('what happens after the backup: a person is erased, another let in again, a record sent', async () => {
  const system = await aSystem('2026-11-05T12:00:00Z', live());
  expect((await system.provider('DELETE', '/v1/people/SU-2')).status).toBe(200);
  const { body } = await system.provider('DELETE', '/v1/people/SU-4');
  await system.operator('DELETE', `/v1/erasures/${String(body['erasure'])}`);
  await system.provider('PUT', '/v1/placements/P-late', aSentPlacement('SU-90'));
  await system.close();
});

test('restored without news it is the same to the last item: counts, hashes, clients, runs and packs', async () => {
  const elsewhere = folder('elsewhere');
  expect((await restore({ dataDir: elsewhere })).replayed).toEqual({ erasures: 1, people: 0 });
  expect((await makeBackup(elsewhere, folder('again'))).table).toEqual(manifest.table);
  const system = await aSystem('2026-11-06T12:00:00Z', elsewhere);
  expect(system.clients).toEqual(before.clients);
  expect(await packOf(system)).toEqual(before.pack);
  expect((await system.operator('GET', `/v1/runs/${String(before.run['id'])}`)).body).toEqual(before.run);
  // Nobody told it of the erasures since.
  expect((await system.provider('GET', '/v1/placements/P-SU-2')).status).toBe(200);
  expect((await system.provider('GET', '/v1/placements/P-SU-3')).status).toBe(404);
  await system.close();
});

test('put in the place of a folder it keeps the erasures of that folder', async () => {
  await expect(restore({})).rejects.toThrow('--replace');
  expect((await restore({ replace: true })).replayed).toEqual({ erasures: 3, people: 2 });
  for (const text of ['SU-2"', 'P-SU-2"', 'SU-4"'])
    expect([text, await filesHolding(join(live(), 'table'), text)]).toEqual([text, []]);
  const system = await aSystem('2026-11-06T12:00:00Z', live());
  for (const erased of ['SU-2', 'SU-3'])
    expect(await system.provider('PUT', '/v1/placements/P-x', aSentPlacement(erased))).toMatchObject({
      status: 410,
    });
  // Lifted after the backup: what was erased is gone, and new records are taken in.
  expect((await system.provider('GET', '/v1/placements/P-SU-4')).status).toBe(404);
  expect((await system.provider('PUT', '/v1/placements/P-4', aSentPlacement('SU-4'))).status).toBe(201);
  expect((await system.provider('GET', '/v1/placements/P-SU-5')).status).toBe(200);
  expect((await system.provider('GET', '/v1/placements/P-late')).status).toBe(404);
  // Who erased and who lifted since is told, although the audit came back as it was.
  expect(await auditEntries(system.operator, '?month=2026-11')).toMatchObject([
    { action: 'erasure-lifted' },
    { action: 'person-erased' },
    { action: 'person-erased' },
    { action: 'link-issued' },
    { action: 'link-issued' },
    { action: 'link-issued' },
    { action: 'link-issued' },
    { action: 'link-issued' },
    { action: 'person-erased' },
  ]);
  expect(await packOf(system)).toEqual(before.pack);
  expect((await system.provider('PUT', '/v1/sessions/S-1', aSentSession('SU-5'))).status).toBe(201);
  expect(await system.runMonth({ month: '2026-10' })).toMatchObject({ commissioners: [{ revision: 2 }] });
  const outcomes = await system.file('northshire', '2026-10', 'outcomes.json', 2);
  expect(JSON.parse(outcomes.toString())).toMatchObject({ erased: { since: 'previous-revision' } });
  await system.close();
});

test('packs issued after the instant that a table went back to keep their numbers', async () => {
  const back = folder('back');
  await restore({ dataDir: back });
  // As on AWS, where the table is restored and the bucket goes on: there is a second revision it does not know.
  await cp(join(live(), 'objects'), join(back, 'objects'), { recursive: true });
  const system = await aSystem('2026-11-06T12:00:00Z', back);
  await system.provider('PUT', '/v1/sessions/S-another', aSentSession('SU-6'));
  expect(await system.runMonth({ month: '2026-10' })).toMatchObject({ commissioners: [{ revision: 3 }] });
  const third = await system.file('northshire', '2026-10', 'outcomes.json', 3);
  expect(JSON.parse(third.toString())).toMatchObject({ revision: 3 });
  await system.close();
});

test('an empty machine is told of erasures by another folder; again it finds nothing more', async () => {
  const empty = folder('empty');
  expect((await restore({ dataDir: empty, erasuresOf: [live()] })).replayed).toEqual({
    erasures: 3,
    people: 2,
  });
  const later = folder('later');
  await makeBackup(empty, later);
  expect((await restore({ from: later, dataDir: empty, replace: true })).replayed).toEqual({
    erasures: 3,
    people: 0,
  });
});

test('what is no data folder is not replaced, and nothing is looked for where it cannot be', async () => {
  await mkdir(folder('letters'));
  await writeFile(join(folder('letters'), 'letter'), 'dear');
  await expect(restore({ dataDir: folder('letters'), replace: true })).rejects.toThrow('is no data folder');
  expect(await readFile(join(folder('letters'), 'letter'), 'utf8')).toBe('dear');
  const nowhere = restore({ dataDir: folder('new'), erasuresOf: [folder('lvie')] });
  await expect(nowhere).rejects.toThrow('neither a data folder nor a backup');
  const inside = join(live(), 'backup');
  await expect(makeBackup(live(), inside)).rejects.toThrow('side by side');
  await expect(restore({ dataDir: folder('backup'), replace: true })).rejects.toThrow('side by side');
  await expect(restore({ dataDir: join(folder('backup'), 'files'), replace: true })).rejects.toThrow(
    'side by side',
  );
});

test('a damaged backup is refused and nothing is touched', async () => {
  await appendFile(join(folder('backup'), 'files', 'clock.json'), ' ');
  await expect(restore({ dataDir: folder('new') })).rejects.toThrow(
    'clock.json is not what its manifest says',
  );
  await appendFile(join(folder('again'), 'table.ndjson'), '{"PK":"X","SK":"X"}\n');
  await expect(restore({ from: folder('again'), dataDir: folder('new') })).rejects.toThrow('table.ndjson');
  await expect(restore({ from: folder('nowhere'), dataDir: folder('new') })).rejects.toThrow('is no backup');
});
