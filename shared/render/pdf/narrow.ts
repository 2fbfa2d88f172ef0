import { printable } from './glyphs.ts';

/** Longer than any plain English word of a document; with a digit in it, it is a code and breaks earlier. */
const LONG_WORD = /\S{17,}|(?=\S*\d)\S{10,}/gu;
const BREAK_AFTER = /[._/-](?=.)|[^\s._/-]{8}(?=[^\s._/-])/gu;

/**
 * The same as `plain` for a narrow column: codes may break after each of their parts, and anywhere when a part is
 * long.
 *
 * @example narrow('S-2026-0001') // 'S-', '2026-' and '0001', with a place to break between
 */
export const narrow = (text: string): string =>
  printable(text).replace(LONG_WORD, (word) => word.replace(BREAK_AFTER, '$&\u200b'));
