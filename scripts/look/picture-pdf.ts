import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

/** Dots an inch: letters can be read, and a page is no larger than a screen. */
const RESOLUTION = '70';

/** Pictures of every page of a folder's `pack.pdf`: `pdf-01.png` … */
export async function picturePdf(folder: string): Promise<string[]> {
  const pdf = join(folder, 'pack.pdf');
  if (!existsSync(pdf)) return ['no pack.pdf'];
  if ((await runTool('pdftoppm', ['-r', RESOLUTION, '-png', pdf, join(folder, 'pdf')])) === undefined)
    return ['pack.pdf: not pictured, pdftoppm (poppler-utils) is not installed'];
  const pages = (await readdir(folder)).filter((name) => /^pdf-\d+\.png$/.test(name)).length;
  return [`pack.pdf: ${pages} pages, ${Math.round((await stat(pdf)).size / 1000)} kB`];
}
