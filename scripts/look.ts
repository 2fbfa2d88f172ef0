/**
 * Pictures of what a commissioner reads, to be looked at: every page of the PDF, the workbook as LibreOffice prints
 * it, the web page at two widths. Of packs at three sizes and of long names, or of folders that hold packs.
 *
 *     npm run look [-- FOLDER …]
 *
 * Needs pdftoppm, LibreOffice and Chromium (CHROMIUM names another); says so where one is missing and goes on.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { renderPack } from '../shared/render/pack.ts';
import { picturePage } from './look/picture-page.ts';
import { picturePdf } from './look/picture-pdf.ts';
import { pictureWorkbook } from './look/picture-workbook.ts';
import { samplePacks } from './look/sample-packs.ts';

const OUT = resolve('out/look');

const folders = process.argv.slice(2);
const packs = folders.length > 0 ? folders.map(packIn) : rendered();

for await (const { name, files } of packs) {
  const folder = join(OUT, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  console.log(`\n${name}`);
  for (const [file, bytes] of Object.entries(files)) await writeFile(join(folder, file), bytes);
  for (const picture of [picturePdf, pictureWorkbook, picturePage])
    for (const line of await picture(folder)) console.log(`  ${line}`);
}
console.log(`\nPictures are in ${OUT}`);

type Pack = { readonly name: string; readonly files: Readonly<Record<string, Uint8Array>> };

async function* rendered(): AsyncGenerator<Pack> {
  for (const { name, make } of samplePacks) {
    const { 'pack.pdf': pdf, 'pack.xlsx': xlsx, 'pack.html': html } = await renderPack(make());
    yield { name, files: { 'pack.pdf': pdf, 'pack.xlsx': xlsx, 'pack.html': html } };
  }
}

/** The last three parts of a pack's path tell it from others: commissioner, month, revision. */
async function packIn(folder: string): Promise<Pack> {
  const path = resolve(folder);
  const names = ['pack.pdf', 'pack.xlsx', 'pack.html'].filter((name) => existsSync(join(path, name)));
  if (names.length === 0)
    throw new Error(`There is no pack in ${folder}: no pack.pdf, pack.xlsx or pack.html.`);
  const files: Record<string, Uint8Array> = {};
  for (const name of names) files[name] = await readFile(join(path, name));
  return {
    name: [resolve(path, '../..'), resolve(path, '..'), path].map((part) => basename(part)).join('-'),
    files,
  };
}
