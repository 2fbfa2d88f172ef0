/** Months and instants in words, as a reader in London has them. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A calendar month in words.
 *
 * @example monthInWords('2026-10') // 'October 2026'
 */
export function monthInWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}

/**
 * The last day of a calendar month in words.
 *
 * @example lastDayInWords('2026-10') // '31 October 2026'
 */
export function lastDayInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate()} ${monthInWords(month)}`;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * An instant by London's clock.
 *
 * @example instantInWords('2026-07-04T05:00:00Z') // '4 July 2026, 06:00'
 */
export function instantInWords(instant: string): string {
  const parts = Object.fromEntries(
    london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const month = MONTHS[Number(parts.month) - 1] ?? '';
  return `${Number(parts.day)} ${month} ${parts.year ?? ''}, ${parts.hour ?? ''}:${parts.minute ?? ''}`;
}
