import type { Drawing } from '../charts/drawing.ts';
import { wordSvg } from '../charts/word-svg.ts';
import { printable } from './glyphs.ts';

/** A drawn chart as an SVG document, its words set in the document's own typeface. */
export const chartSvg = ({ width, height, shapes, words }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Source Sans 3">${shapes}${words
    .map((word) => wordSvg({ ...word, text: printable(word.text) }))
    .join('')}</svg>`;
