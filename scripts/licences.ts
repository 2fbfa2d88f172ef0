/**
 * Lists what runs in production with its version and licence, from the lock file alone, and ends with 1 where one of them
 * is under a licence that was not agreed to.
 *
 *     npm run licences
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { licencesIn, notAgreed } from './licences/licences-in.ts';

const lock: unknown = JSON.parse(
  await readFile(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
);
const packages = licencesIn(lock);
for (const { name, version, licence } of packages) console.log(`${name} ${version}: ${licence}`);
const others = notAgreed(packages);
console.log(`\n${packages.length} packages, ${others.length} under a licence that was not agreed to`);
for (const { name, licence } of others) console.error(`${name}: ${licence}`);
if (others.length > 0) process.exitCode = 1;
