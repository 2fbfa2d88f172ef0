import { looksPersonal } from './personal-identifier.ts';

/** Digits with what people put between them when they write numbers down. */
const WRITTEN_NUMBERS = /\+?\(?\d[\d\s()._/-]{7,}\d/g;

/**
 * Whether a text of sentences holds something that identifies a human being: as in a reference, and in numbers that are
 * written with gaps and brackets, as telephone numbers are, whatever dashes and digits they are written with. Dates
 * are no part of a number.
 *
 * @example personalInText('Ring (0161) 496 0000 about it.') // true
 * @example personalInText('Retention fell by 3% from 2026-09-01 on.') // false
 */
export function personalInText(text: string): boolean {
  const plain = withoutDates(plainly(text));
  return (
    looksPersonal(plain, 'reference') ||
    [...plain.matchAll(WRITTEN_NUMBERS)].some(([found]) =>
      looksPersonal(found.replaceAll(/[()/]/g, '').trim(), 'reference'),
    )
  );
}

/** Wide letters and digits as the usual ones (NFKC), every dash as a hyphen, and so what else may stand between digits. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/(?<=\d)[·•,](?=\d)/g, '-');
}

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';

/** Dates as they are written here, 1/4/26 and 01.04.2026, and 2026-04-01; not where the same sign leads on to more digits. */
const DATES = ['/', '\\.', '-'].flatMap((sign) =>
  [`${DAY}${sign}${MONTH}${sign}(?:(?:19|20)?\\d\\d)`, `(?:19|20)\\d\\d${sign}${MONTH}${sign}${DAY}`].map(
    (date) => new RegExp(`(?<!\\d|\\d${sign})${date}(?!\\d|${sign}\\d)`, 'g'),
  ),
);

function withoutDates(text: string): string {
  return DATES.reduce((left, date) => left.replaceAll(date, 'then'), text);
}
