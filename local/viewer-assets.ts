import { readFile } from 'node:fs/promises';
import type { ViewerAsset } from '../shared/description/docs-page.ts';

const INSTALLED: Readonly<Record<ViewerAsset, string>> = {
  'swagger-ui.css': import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
};

/** A file of the interface's viewer, from where npm has put it. */
export const readViewerAsset = (name: ViewerAsset): Promise<Uint8Array> => readFile(new URL(INSTALLED[name]));
