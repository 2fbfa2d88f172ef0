import type { MeasureWords } from '../measure-words.ts';

const LONGEST = 18;

/**
 * What the name of a table says: its measure in one short word, then the part of it. Names the sheet, too, which may
 * have thirty letters.
 *
 * @example tableName(lapseRecovery, 'groups') // 'Lapses_groups'
 */
export const tableName = ({ id, sheet }: MeasureWords, part: string): string =>
  `${sheet ?? firstWords(inWords(id))}_${inWords(part)}`;

const inWords = (key: string): string => key.replace(/[^A-Za-z0-9]+/g, '_');

/** As many of the first words as fit, at least one. */
function firstWords(name: string): string {
  const [first = '', ...more] = name.split('_');
  let short = first.slice(0, LONGEST);
  for (const word of more) {
    if (short.length + 1 + word.length > LONGEST) break;
    short = `${short}_${word}`;
  }
  return short.charAt(0).toUpperCase() + short.slice(1);
}
