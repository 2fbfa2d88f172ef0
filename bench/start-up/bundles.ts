import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { bundleFunction } from '../../infra/constructs/bundle-function.ts';
import { nativePackages } from '../../infra/constructs/copy-native-packages.ts';
import { portalBeside } from '../../infra/constructs/portal-beside.ts';

/** Where the bundle of this name is in a folder. */
export const bundleOf = (folder: string, name: string) => join(folder, name, 'index.mjs');

/** Bundles a function as it is deployed; the packages of the layer have to be above the folder. */
export function bundled(folder: string, name: string): string {
  bundleFunction(name, join(folder, name), Object.keys(nativePackages));
  if (name === 'show-portal') portalBeside(join(folder, name));
  return bundleOf(folder, name);
}

/** One file with all that it imports. */
export function bundleAlone(name: string, outfile: string): void {
  buildSync({
    ...{ entryPoints: [join(import.meta.dirname, `${name}.ts`)], outfile, bundle: true, minify: true },
    ...{ platform: 'node', format: 'esm', target: 'node24', mainFields: ['module', 'main'] },
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
  });
}
