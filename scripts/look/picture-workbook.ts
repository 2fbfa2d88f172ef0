import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

const RESOLUTION = '50';

/** Pictures of a folder's `pack.xlsx` as LibreOffice prints it: `xlsx-001.png` … */
export async function pictureWorkbook(folder: string): Promise<string[]> {
  const workbook = join(folder, 'pack.xlsx');
  if (!existsSync(workbook)) return ['no pack.xlsx'];
  const printed = join(folder, 'printed');
  // A profile of its own: a LibreOffice that is open already would take the file and print nothing.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', printed, workbook];
  if ((await runTool('soffice', args)) === undefined)
    return ['pack.xlsx: not pictured, LibreOffice (soffice) is not installed'];
  const drawn = await runTool('pdftoppm', [
    '-r',
    RESOLUTION,
    '-png',
    join(printed, 'pack.pdf'),
    join(folder, 'xlsx'),
  ]);
  for (const done of [printed, join(folder, 'profile')]) await rm(done, { recursive: true, force: true });
  if (drawn === undefined) return ['pack.xlsx: not pictured, pdftoppm (poppler-utils) is not installed'];
  const pages = (await readdir(folder)).filter((name) => name.startsWith('xlsx-')).length;
  return [`pack.xlsx: ${pages} printed pages`];
}
