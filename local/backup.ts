import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup } from './backup/make-backup.ts';

const USAGE = `Usage: npm run backup -- [--data .local] [--to FOLDER]

  --data  the data folder; the system that uses it must be stopped
  --to    an empty or new folder for the backup; without it backups/<instant>`;

/** `npm run backup`: copies a data folder whole, with a manifest by which it can be checked. */
try {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.local' },
      to: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) console.log(USAGE);
  else {
    const instant = new Date().toISOString().slice(0, 19).replaceAll(':', '');
    const to = values.to ?? path.join('backups', instant);
    const { table, files } = await makeBackup(path.resolve(values.data), path.resolve(to));
    console.log(
      [
        `Backed up ${values.data} to ${to}:`,
        `  ${table.items.toLocaleString('en-GB')} items of the table, sha256 ${table.sha256}`,
        `  ${Object.keys(files).length.toLocaleString('en-GB')} files: packs, the ledger of erasures, clients, keys, runs`,
        'It holds personal data and keys: keep it where only you can read it, and no longer than you need it.',
      ].join('\n'),
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
