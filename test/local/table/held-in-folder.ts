import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import database from 'dynalite/db/index.js';
import { besideFolder } from '../../../local/table/beside-folder.ts';
import { formsOf } from '../../support/find-bytes.ts';

/** The files of a table's folder, and of what may stand beside it, that hold a text in their bytes. */
export function filesHolding(folder: string, text: string): string[] {
  const { next, old } = besideFolder(folder);
  const forms = formsOf(text);
  return [folder, next, old]
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form) || path.includes(form.toString('latin1')));
    });
}

/** Every entry of a folder's LevelDB, its key and value decoded. The folder must be closed. */
export async function entriesOf(folder: string): Promise<[key: string, value: string][]> {
  const { db } = database.create({ path: folder });
  const iterator = db.iterator({
    keyEncoding: 'buffer',
    valueEncoding: 'buffer',
    highWaterMarkBytes: 1e9,
  });
  const entries = await iterator.nextv(1_000_000);
  await iterator.close();
  await db.close();
  return entries.map(([key, value]) => [key.toString(), value.toString()]);
}
