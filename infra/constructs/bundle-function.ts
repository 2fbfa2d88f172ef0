import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Code from packages that still asks for `require`. */
const requireBanner = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/**
 * What the SDK would import where the environment has no credentials, which on Lambda it always has, and what parses the
 * names of browsers. Left out, what remains is a few files, and each more would cost a start half a millisecond.
 */
const neverOnLambda = [
  ...['http', 'ini', 'process', 'sso', 'web-identity'].map((kind) => `@aws-sdk/credential-provider-${kind}`),
  '@smithy/credential-provider-imds',
  'bowser',
];

/**
 * Bundles a function of `functions/` into a folder, as `index.mjs` with its source map; nothing is fetched. What is
 * imported only when it is needed, by `import()`, is in files beside it, so that no start reads them.
 *
 * The SDK is bundled: a pinned version, and quicker to load than the runtime's.
 *
 * @param external packages that are there when it runs
 */
export function bundleFunction(folder: string, outputDir: string, external: readonly string[] = []): void {
  buildSync({
    absWorkingDir: projectRoot,
    entryPoints: { index: join('functions', folder, 'index.ts') },
    outdir: outputDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    banner: { js: requireBanner },
    external: [...external, ...neverOnLambda],
    logLevel: 'warning',
  });
}
