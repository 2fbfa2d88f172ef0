import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Beside } from './function-code.ts';

const viewer = fileURLToPath(new URL('../../node_modules/swagger-ui-dist', import.meta.url));

const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Puts the files of the interface's viewer beside a bundled function, in `viewer/`: nothing is fetched. */
export const viewerBeside: Beside = (folder) => {
  for (const file of FILES) cpSync(join(viewer, file), join(folder, 'viewer', file));
};
