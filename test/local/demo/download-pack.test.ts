import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { downloadPack } from '../../../local/demo/download-pack.ts';

const downloadFile = (commissioner: string, month: string, name: string, revision: number) =>
  Promise.resolve(Buffer.from(`${commissioner} ${month} ${name} ${revision}`));

test('saves every file of the latest revision in the folder of that revision', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'packs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = ['outcomes.json', 'pack.pdf'];
  const revisions = [2, 10, 1].map((revision) => ({ revision, files }));
  const getPack = () => Promise.resolve({ revisions });
  const saved = await downloadPack({ getPack, downloadFile }, 'northshire', '2026-10', folder);
  expect(saved).toBe(path.join(folder, 'northshire', '2026-10', 'r10'));
  expect(await readFile(path.join(saved, 'pack.pdf'), 'utf8')).toBe('northshire 2026-10 pack.pdf 10');
  expect(await readFile(path.join(saved, 'outcomes.json'), 'utf8')).toContain('outcomes.json 10');
});

test('says which pack is missing', async () => {
  const getPack = () => Promise.resolve({ revisions: [] });
  await expect(downloadPack({ getPack, downloadFile }, 'northshire', '2026-10', '/nowhere')).rejects.toThrow(
    'northshire has no pack of 2026-10',
  );
});
