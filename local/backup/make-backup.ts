import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { isEmpty } from '../storage/is-empty.ts';
import { lockFolder } from '../storage/lock-folder.ts';
import { writeFileAtomically } from '../storage/write-file-atomically.ts';
import { storeNames } from '../stores.ts';
import { startTable } from '../table/start-table.ts';
import { BackupError } from './backup-error.ts';
import { checkApart, isDataFolder } from './check-folders.ts';
import { copyFiles, keptFiles } from './kept-files.ts';
import { exportTable } from './table-lines.ts';
import { type BackupManifest, FILES, MANIFEST, TABLE_LINES } from './manifest.ts';

/**
 * Copies a data folder that no process uses into a new folder: the table as lines of JSON, everything else as files,
 * and a manifest of it all, written last.
 *
 * @throws BackupError, or FolderInUse while the system runs
 */
export async function makeBackup(dataDir: string, to: string): Promise<BackupManifest> {
  if (!isDataFolder(dataDir)) throw new BackupError(`${dataDir} holds no data to back up.`);
  checkApart(dataDir, to);
  if (!isEmpty(to)) throw new BackupError(`${to} is not empty; name another folder.`);
  const unlock = lockFolder(dataDir);
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    const table = await exportFrom(join(dataDir, 'table'), join(to, TABLE_LINES));
    const files = copyFiles(keptFiles(dataDir), dataDir, join(to, FILES));
    const manifest: BackupManifest = { schema: 1, madeAt: new Date().toISOString(), table, files };
    writeFileAtomically(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, 0o600);
    return manifest;
  } finally {
    unlock();
  }
}

async function exportFrom(folder: string, path: string): Promise<BackupManifest['table']> {
  const server = await startTable(folder, () => undefined);
  const client = tableClient(server.connection);
  try {
    return await exportTable({ client, name: storeNames.TABLE_NAME }, path);
  } finally {
    client.destroy();
    await server.close();
  }
}
