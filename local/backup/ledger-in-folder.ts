import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ErasureEvent, ERASURES_FOLDER, parseErasureEvent } from '../../shared/store/erasure-ledger.ts';
import { objectEntrySchema } from '../objects/object-version.ts';
import { storeNames } from '../stores.ts';
import { FILES } from './manifest.ts';

/** The ledger of erasures in a data folder or in a backup, read from its files and nothing changed. */
export function ledgerInFolder(folder: string): ErasureEvent[] {
  const root = existsSync(join(folder, FILES)) ? join(folder, FILES) : folder;
  const bucket = join(root, 'objects', storeNames.PACKS_BUCKET);
  return globSync('keys/*.json', { cwd: bucket }).flatMap((path) => {
    const { key, versions } = objectEntrySchema.parse(JSON.parse(readFileSync(join(bucket, path), 'utf8')));
    const body = versions[0]?.body;
    if (!key.startsWith(ERASURES_FOLDER) || body === undefined) return [];
    return [parseErasureEvent(readFileSync(join(bucket, 'bodies', body)))];
  });
}

/** The key that the tags in a folder were made with, to tell whether two folders' tags are comparable. */
export function tagKeyInFolder(folder: string): string | undefined {
  const root = existsSync(join(folder, FILES)) ? join(folder, FILES) : folder;
  const path = join(root, 'tag-key.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
