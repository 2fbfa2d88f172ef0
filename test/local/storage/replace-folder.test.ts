import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { besideDataFolder, putInPlace, recoverReplaced } from '../../../local/storage/replace-folder.ts';

let root: string;
let folder: string;
let beside: ReturnType<typeof besideDataFolder>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replace-'));
  folder = join(root, 'data');
  beside = besideDataFolder(folder);
});
afterEach(() => rmSync(root, { recursive: true }));

/** A folder of one file, or of none where there is nothing to be in it. */
const make = (path: string, content: string) => {
  mkdirSync(path);
  if (content !== '') writeFileSync(join(path, 'file'), content);
};
const found = () => ({
  folder: existsSync(join(folder, 'file')) ? readFileSync(join(folder, 'file'), 'utf8') : undefined,
  beside: [beside.building, beside.replaced].some((path) => existsSync(path)),
});

it('puts a folder in the place of another and leaves nothing beside it', () => {
  make(folder, 'old');
  make(beside.building, 'new');
  putInPlace(folder);
  expect(found()).toEqual({ folder: 'new', beside: false });
});

type Left = { readonly folder?: string; readonly building?: string; readonly replaced?: string };

it.each<[string, Left, string]>([
  ['while it was being built', { folder: 'old', building: 'half' }, 'old'],
  ['between the renames', { replaced: 'old', building: 'new' }, 'old'],
  ['after them', { folder: 'new', replaced: 'old' }, 'new'],
  ['and an empty folder was made since', { folder: '', replaced: 'old', building: 'new' }, 'old'],
])('after a crash %s there is one whole folder and no other', (_, left, whole) => {
  const paths = { folder, ...beside };
  for (const name of ['folder', 'building', 'replaced'] as const)
    if (left[name] !== undefined) make(paths[name], left[name]);
  recoverReplaced(folder);
  expect(found()).toEqual({ folder: whole, beside: false });
});

it('makes nothing where nothing was', () => {
  recoverReplaced(folder);
  expect([existsSync(folder), found()]).toEqual([false, { folder: undefined, beside: false }]);
});
