import { build } from 'esbuild';

/** The code of a function, once all it cannot reach is shaken off; packages are not in it. */
export async function codeOf(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`functions/${folder}/index.ts`],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
