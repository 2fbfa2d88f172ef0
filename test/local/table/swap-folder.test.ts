import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import database from 'dynalite/db/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { besideFolder } from '../../../local/table/beside-folder.ts';
import { copyLiveEntries } from '../../../local/table/copy-live-entries.ts';
import { recoverFolder, swapFolder } from '../../../local/table/swap-folder.ts';
import { entriesOf, filesHolding } from './held-in-folder.ts';

let parent: string;
let folder: string;
let beside: ReturnType<typeof besideFolder>;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'swap-'));
  folder = join(parent, 'table');
  beside = besideFolder(folder);
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

const GONE = 'entry-that-was-deleted';
const raw = { keyEncoding: 'buffer', valueEncoding: 'buffer' } as const;
const put = (key: string, value: string) =>
  ({ type: 'put', key: Buffer.from(key), value: Buffer.from(value), ...raw }) as const;

/** A folder from which one entry was deleted, and its finished copy beside it. */
async function aFolderAndItsCopy(): Promise<void> {
  const { db } = database.create({ path: folder });
  await db.batch([put(GONE, '1'), put('kept', '2')]);
  await new Promise((resolve) => db.batch([{ type: 'del', key: GONE }], resolve));
  await copyLiveEntries(folder, db);
  await db.close();
}

const exists = () => [folder, beside.next, beside.old].map((path) => existsSync(path));

describe('a start after a crash', () => {
  const { next, old } = { next: () => beside.next, old: () => beside.old };
  const move = (from: string, to: string) => {
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  };
  const steps: [step: string, crash: () => void, isNew: boolean][] = [
    ['before the copy', () => rmSync(next(), { recursive: true }), false],
    ['while copying', () => rmSync(join(next(), 'CURRENT')), false],
    ['after copying', () => undefined, false],
    ['between the renames', () => move(folder, old()), true],
    [
      'after the renames',
      () => {
        move(folder, old());
        move(next(), folder);
      },
      true,
    ],
    [
      'while removing the old one',
      () => {
        move(folder, old());
        move(next(), folder);
        rmSync(join(old(), 'CURRENT'));
      },
      true,
    ],
    [
      'in the swap, with the copy lost',
      () => {
        move(folder, old());
        rmSync(next(), { recursive: true });
      },
      false,
    ],
  ];
  it.each(steps)('%s finds a whole folder and nothing beside it', async (_, crash, isNew) => {
    await aFolderAndItsCopy();
    crash();
    recoverFolder(folder);
    expect(exists()).toEqual([true, false, false]);
    expect(filesHolding(folder, GONE).length === 0).toBe(isNew);
    expect(await entriesOf(folder)).toEqual([['kept', '2']]);
  });

  it('makes nothing where there was nothing', () => {
    recoverFolder(folder);
    expect(exists()).toEqual([false, false, false]);
  });
});

describe('a swap', () => {
  it('leaves only what is live', async () => {
    await aFolderAndItsCopy();
    expect(filesHolding(folder, GONE)).not.toEqual([]);
    swapFolder(folder);
    expect(exists()).toEqual([true, false, false]);
    expect(filesHolding(folder, GONE)).toEqual([]);
    expect(await entriesOf(folder)).toEqual([['kept', '2']]);
  });

  it('that fails puts the folder back', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a'), 'whole');
    expect(() => swapFolder(folder)).toThrow('ENOENT');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('whole');
    expect(exists()).toEqual([true, false, false]);
  });
});
