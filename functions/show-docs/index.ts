import { readFile } from 'node:fs/promises';
import { createHandler } from './handler.ts';

// The build puts the viewer's files beside the bundle.
export const handler = createHandler({
  readAsset: (name) => readFile(new URL(`viewer/${name}`, import.meta.url)),
});
