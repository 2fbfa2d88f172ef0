import { printable } from './glyphs.ts';

const LONG_WORD = /\S{25,}/gu;
const BREAK_AFTER = /.{12}(?=.)/gu;

/** Text that the font can print, with places to break in words that are wider than a column. */
export const plain = (text: string): string =>
  printable(text)
    .replace(LONG_WORD, (word) => word.replace(BREAK_AFTER, '$&\u200b'))
    .replace(/ (?=\[[a-z]\])/g, '\u00a0');
