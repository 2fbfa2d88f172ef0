import { printable } from './glyphs.ts';

/**
 * Where a code may break: a mark that the template takes out again, and that no text from outside can hold. A break
 * mark of Unicode would stay in the file, and nobody could find or copy a reference with one in it.
 */
export const BREAK = '\u001f';

/** Longer than any plain English word of a document; with a digit in it, it is a code and may break earlier. */
const LONG_WORD = /\S{17,}|(?=\S*\d)\S{10,}/gu;
const BREAK_AFTER = /[._/-](?=.)|[^\s._/-]{8}(?=[^\s._/-])/gu;

const MONEY = /^\(?\u2212?£/u;

/**
 * Text that the font can print, with places to break in codes: after each of their parts, and anywhere in a long part.
 * An amount of money is no code.
 *
 * @example coded('S-2026-0001') // `S-${BREAK}2026-${BREAK}0001`
 */
export const coded = (text: string): string =>
  printable(text).replace(LONG_WORD, (word) =>
    MONEY.test(word) ? word : word.replace(BREAK_AFTER, `$&${BREAK}`),
  );
