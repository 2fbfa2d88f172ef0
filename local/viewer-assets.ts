import { readFile } from 'node:fs/promises';
import type { ViewerAsset } from '../shared/description/docs-page.ts';

/** A file of the interface's viewer, from where npm has put it. */
export const readViewerAsset = (name: ViewerAsset): Promise<Uint8Array> =>
  readFile(new URL(import.meta.resolve(`swagger-ui-dist/${name}`)));
