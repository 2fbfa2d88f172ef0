import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { personTags } from '../../shared/privacy/person-tags.ts';
import type { Replayed } from '../../shared/privacy/replay-erasures.ts';
import { upholdErasures } from '../../shared/privacy/uphold-erasures.ts';
import { type ErasureEvent, keepErasureEvent } from '../../shared/store/erasure-ledger.ts';
import { localMacs } from '../keys/local-macs.ts';
import { isEmpty } from '../storage/is-empty.ts';
import { lockFolder } from '../storage/lock-folder.ts';
import { besideDataFolder, putInPlace, recoverReplaced } from '../storage/replace-folder.ts';
import { openStores, storeNames } from '../stores.ts';
import { readDeployment } from '../template/deployment.ts';
import { synthesizeTemplates } from '../template/synthesize-templates.ts';
import { BackupError } from './backup-error.ts';
import { checkApart, isBackup, isDataFolder } from './check-folders.ts';
import { copyFiles, damagedFiles } from './kept-files.ts';
import { ledgerInFolder, tagKeyInFolder } from './ledger-in-folder.ts';
import { type BackupManifest, backupManifestSchema, FILES, MANIFEST, TABLE_LINES } from './manifest.ts';
import { importTable, readLines } from './table-lines.ts';

type Restoration = {
  readonly from: string;
  readonly dataDir: string;
  /** Whether a data folder that is there goes; the erasures in it are kept either way. */
  readonly replace: boolean;
  /** Other data folders and backups whose erasures are replayed, too. */
  readonly erasuresOf: readonly string[];
};

/** What was restored, and what erasures since then took out of it again. */
export type Restored = {
  readonly manifest: BackupManifest;
  readonly replayed: Replayed;
  /** The folders that erasures are known from, and of how many people each. */
  readonly ledgers: readonly { readonly folder: string; readonly people: number }[];
};

/**
 * Makes a data folder of a backup. The backup is checked whole first; the folder is made beside its place, compared
 * with the manifest, told every erasure that is known, and only then put there: until that the old one is untouched.
 *
 * @throws BackupError, or FolderInUse while the system runs
 */
export async function restoreBackup(restoration: Restoration): Promise<Restored> {
  const { from, dataDir, replace } = restoration;
  checkApart(from, dataDir);
  const manifest = readManifest(from);
  recoverReplaced(dataDir);
  const isThere = !isEmpty(dataDir);
  if (isThere && !isDataFolder(dataDir))
    throw new BackupError(
      `${dataDir} is no data folder, so it is not replaced; name one, or a new folder. Nothing was changed.`,
    );
  if (isThere && !replace)
    throw new BackupError(`${dataDir} is there already; add --replace to put the backup in its place.`);
  const unlock = isThere ? lockFolder(dataDir) : () => undefined;
  const { building } = besideDataFolder(dataDir);
  try {
    const ledgers = readLedgers(restoration, isThere);
    const events = ledgers.flatMap((ledger) => ledger.events);
    mkdirSync(building, { recursive: true, mode: 0o700 });
    copyFiles(Object.keys(manifest.files), join(from, FILES), building);
    const replayed = await fillTable(building, join(from, TABLE_LINES), manifest, events);
    putInPlace(dataDir);
    return {
      manifest,
      replayed,
      ledgers: ledgers.map((ledger) => ({ folder: ledger.folder, people: peopleIn(ledger.events) })),
    };
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  } finally {
    unlock();
  }
}

function readManifest(from: string): BackupManifest {
  const path = join(from, MANIFEST);
  if (!isBackup(from)) throw new BackupError(`${from} is no backup: it has no ${MANIFEST}.`);
  const manifest = backupManifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const [damaged] = [
    ...damagedFiles(manifest.files, join(from, FILES)),
    ...damagedFiles({ [TABLE_LINES]: manifest.table }, from),
  ];
  if (damaged !== undefined)
    throw new BackupError(
      `The backup is damaged: ${damaged} is not what its manifest says. Nothing was changed.`,
    );
  return manifest;
}

type Ledger = { readonly folder: string; readonly events: readonly ErasureEvent[] };

/** Tags of another key are about nobody here, and would be taken for erasures that were kept. */
function readLedgers({ from, dataDir, erasuresOf }: Restoration, isThere: boolean): Ledger[] {
  const folders = [from, ...(isThere ? [dataDir] : []), ...erasuresOf];
  return folders.map((folder) => {
    if (!isBackup(folder) && !isDataFolder(folder))
      throw new BackupError(`${folder} is neither a data folder nor a backup. Nothing was changed.`);
    const events = ledgerInFolder(folder);
    if (events.length > 0 && tagKeyInFolder(folder) !== tagKeyInFolder(from))
      throw new BackupError(`The erasures in ${folder} were made with another key than those of the backup.`);
    return { folder, events };
  });
}

function peopleIn(events: readonly ErasureEvent[]): number {
  return new Set(events.map(({ provider, id }) => `${provider}#${id}`)).size;
}

async function fillTable(
  folder: string,
  lines: string,
  manifest: BackupManifest,
  events: readonly ErasureEvent[],
): Promise<Replayed> {
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const failures: unknown[] = [];
  const onError = (error: unknown) => failures.push(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError });
  try {
    const table = { client: stores.table, name: storeNames.TABLE_NAME };
    const bucket = { client: stores.objects, name: storeNames.PACKS_BUCKET };
    await importTable(table, lines);
    const { sha256 } = await readLines(table);
    if (sha256 !== manifest.table.sha256)
      throw new BackupError('The table does not read back as it was written; is the disk full?');
    for (const event of events) await keepErasureEvent(bucket, event);
    const { keyId, macs } = localMacs(join(folder, 'tag-key.json'));
    const parts = { table, bucket, tagOf: personTags(macs, keyId), now: () => new Date() };
    const { finished: _, ...replayed } = await upholdErasures(parts, () => Promise.resolve(events));
    if (failures.length > 0) throw new BackupError('The data folder could not be written; is the disk full?');
    return replayed;
  } finally {
    await stores.close();
  }
}
