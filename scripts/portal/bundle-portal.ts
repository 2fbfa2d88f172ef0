import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = (name: string) => fileURLToPath(new URL(`../../portal/${name}`, import.meta.url));

/** The files that the portal is made of, by name, from its source: the page, its one script and its one style. */
export async function bundlePortal(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { portal: source('main.tsx'), style: source('styles/portal.css') },
    entryNames: 'portal',
    outdir: 'portal',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const asTheyAre = ['index.html', 'icon.svg'].map(
    async (name) => [name, await readFile(source(name))] as const,
  );
  return new Map<string, Uint8Array>([
    ...(await Promise.all(asTheyAre)),
    ...outputFiles.map(({ path, contents }) => [basename(path), contents] as const),
  ]);
}
