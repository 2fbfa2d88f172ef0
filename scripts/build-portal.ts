/**
 * Builds the files of the portal into a folder; nothing is fetched.
 *
 *     node scripts/build-portal.ts FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundlePortal } from './portal/bundle-portal.ts';

const [folder = 'out/portal'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of await bundlePortal()) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${join(folder, name)}: ${bytes.length} bytes, ${gzipSync(bytes).length} by gzip`);
}
