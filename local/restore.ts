import path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from './backup/backup-error.ts';
import { restoreBackup } from './backup/restore-backup.ts';

const USAGE = `Usage: npm run restore -- --from BACKUP [--data .local] [--replace] [--erasures-of FOLDER]

  --from         the folder of a backup
  --data         where the data folder is to be; the system that uses it must be stopped
  --replace      put the backup in place of a data folder that is there, which is deleted; its erasures are replayed
  --erasures-of  another data folder or a later backup whose erasures are replayed, too; may be given repeatedly`;

/** `npm run restore`: makes a data folder of a backup, and keeps every erasure that is known. */
try {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      data: { type: 'string', default: '.local' },
      replace: { type: 'boolean', default: false },
      'erasures-of': { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) console.log(USAGE);
  else {
    if (values.from === undefined) throw new BackupError(USAGE);
    const { manifest, replayed, ledgers } = await restoreBackup({
      from: path.resolve(values.from),
      dataDir: path.resolve(values.data),
      replace: values.replace,
      erasuresOf: values['erasures-of'].map((folder) => path.resolve(folder)),
    });
    console.log(
      [
        `Restored ${values.data} as it was at ${manifest.madeAt}:`,
        `  ${manifest.table.items.toLocaleString('en-GB')} items of the table and ${Object.keys(manifest.files).length.toLocaleString('en-GB')} files, each as its manifest says`,
        `  ${replayed.erasures} erasures are known; ${replayed.people} people who were erased since were removed again`,
        ...ledgers.map(({ folder, people }) => `    ${people} of them from ${folder}`),
        'Erasures after the backup are known from these folders and from nowhere else.',
      ].join('\n'),
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
