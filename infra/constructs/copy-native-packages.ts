import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Packages of the rendering function that cannot be bundled, and whether each must hold a native module. */
export const nativePackages: Readonly<Record<string, 'native' | 'plain'>> = {
  '@expo-google-fonts/source-sans-3': 'plain',
  '@myriaddreamin/typst-ts-node-compiler': 'plain',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu': 'native',
  '@napi-rs/canvas': 'plain',
  '@napi-rs/canvas-linux-x64-gnu': 'native',
};

/**
 * Copies the packages of `nativePackages` from one `node_modules` to another. npm leaves out an optional package
 * without a word, so a missing one, or a missing `.node` file, stops the build here instead of the first month run.
 *
 * @throws Error naming the package and the command that installs it
 */
export function copyNativePackages(from: string, to: string): void {
  for (const [name, kind] of Object.entries(nativePackages)) {
    const source = join(from, name);
    const complete =
      existsSync(source) && (kind === 'plain' || readdirSync(source).some((file) => file.endsWith('.node')));
    if (!complete)
      throw new Error(
        `${name} is not installed whole: run npm ci --os=linux --cpu=x64 --libc=glibc before building the layer.`,
      );
    cpSync(source, join(to, name), { recursive: true });
  }
}
