import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const FACES = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  semibold: '600SemiBold/SourceSans3_600SemiBold.ttf',
} as const;

/**
 * The file of a face. It is looked up as a package and not bundled, so the fonts have to lie in node_modules beside
 * the function, as the native modules do.
 */
export const fontFile = (face: keyof typeof FACES): string =>
  require.resolve(`@expo-google-fonts/source-sans-3/${FACES[face]}`);
