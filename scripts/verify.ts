/**
 * Checks a pack or a statement, file by file and by its signature. See docs/runbook.md.
 *
 *     npm run verify -- FOLDER [--key PUBLIC.pem|ADDRESS] [--fingerprint HEX]
 */
import { parseArgs } from 'node:util';
import { checkFolder } from './verify/check-folder.ts';
import { fetchKey } from './verify/fetch-key.ts';
import { findingsTable } from './verify/findings-table.ts';
import { readFolder } from './verify/read-folder.ts';

const USAGE = `Usage: npm run verify -- FOLDER [--key PUBLIC.pem|ADDRESS] [--fingerprint HEX]

  --key          the public key that you trust: a file, or the interface's /signing-key.pem
  --fingerprint  the input's fingerprint, as GET /v1/packs/{commissioner}/{month} tells it

Ends with 0 where all is proven, 1 where anything is wrong, 2 where it could not be proven.`;

const EXIT = { ok: 0, wrong: 1, unproven: 2 } as const;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, fingerprint: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [folder, ...others] = positionals;
  if (values.help === true) console.log(USAGE);
  else if (folder === undefined || others.length > 0) throw new Error(USAGE);
  else {
    const key = values.key === undefined ? undefined : await fetchKey(values.key);
    const findings = checkFolder(await readFolder(folder), { key, fingerprint: values.fingerprint });
    console.log(findingsTable(findings).join('\n'));
    const verdicts = new Set(findings.map(({ verdict }) => verdict));
    process.exitCode = EXIT[verdicts.has('wrong') ? 'wrong' : verdicts.has('unproven') ? 'unproven' : 'ok'];
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.unproven;
}
