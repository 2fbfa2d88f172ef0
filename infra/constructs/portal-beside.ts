import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Beside } from './function-code.ts';

const build = fileURLToPath(new URL('../../scripts/build-portal.ts', import.meta.url));

/** Builds the files of the portal beside a bundled function, in `portal/`: nothing is fetched. */
export const portalBeside: Beside = (folder) => {
  execFileSync(process.execPath, [build, join(folder, 'portal')], { stdio: ['ignore', 'ignore', 'inherit'] });
};
