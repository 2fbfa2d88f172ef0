import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTrials } from './ctn0094/run-trials.ts';
import { trialFileNames } from './ctn0094/trial-files.ts';

const USAGE = `Give the folder that holds ${trialFileNames.join(', ')}:
npm run example:ctn0094 -- <folder> [--people N]`;

const { folder, most } = readArguments(process.argv.slice(2));
if (folder === undefined || !trialFileNames.every((name) => existsSync(path.join(folder, name)))) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const out = path.relative(process.cwd(), path.join(import.meta.dirname, '..', '..', 'out'));
  const { lines, adds } = await runTrials(folder, out, { most });
  console.log(['', ...lines].join('\n'));
  if (!adds) console.error('A row or a record is not accounted for.');
  process.exit(adds ? 0 : 1);
} catch (error) {
  console.error(`The example stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** The folder, and how many people; no folder where the command line is none that can be used. */
function readArguments(args: readonly string[]): { folder?: string | undefined; most: number } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { people: { type: 'string' } },
      allowPositionals: true,
    });
    if (values.people !== undefined && !/^[1-9]\d*$/.test(values.people)) return { most: Infinity };
    return { folder: positionals[0], most: Number(values.people ?? Infinity) };
  } catch {
    return { most: Infinity };
  }
}
