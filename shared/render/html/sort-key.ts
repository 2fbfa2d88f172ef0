const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = new RegExp(`^(?:(\\d{1,2}) |(?:${MONTHS}) to )?(${MONTHS}) (\\d{4})$`);

/**
 * What a day, a month or a quarter in words is ordered by; undefined for other words, which are ordered as they are.
 *
 * @example sortKey('5 October 2026') // '2026-10-05'
 * @example sortKey('July to September 2026') // '2026-09-00'
 */
export function sortKey(words: string): string | undefined {
  const [, day = '0', month = '', year = ''] = DATE.exec(words) ?? [];
  if (year === '') return undefined;
  const number = MONTHS.split('|').indexOf(month) + 1;
  return `${year}-${number.toString().padStart(2, '0')}-${day.padStart(2, '0')}`;
}
