import type { Drawing } from '../charts/drawing.ts';
import { wordSvg } from '../charts/word-svg.ts';
import { printable } from './glyphs.ts';
import { svgDocument } from './svg-document.ts';

/** A drawn chart as an SVG document, in characters that the font has. */
export const chartSvg = ({ width, height, shapes, words }: Drawing): string =>
  svgDocument(
    width,
    height,
    shapes + words.map((word) => wordSvg({ ...word, text: printable(word.text) })).join(''),
  );
