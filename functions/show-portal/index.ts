import { readFile } from 'node:fs/promises';
import { showPortalEnv } from './env.ts';
import { createHandler } from './handler.ts';

// The build puts the portal's files beside the bundle.
export const handler = createHandler(showPortalEnv.parse(process.env), {
  readAsset: (name) => readFile(new URL(`portal/${name}`, import.meta.url)),
});
