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
 * A calendar date in words.
 *
 * @example dateInWords('2026-01-05') // '5 January 2026'
 */
export function dateInWords(date: string): string {
  return `${Number(date.slice(8))} ${monthInWords(date.slice(0, 7))}`;
}

/**
 * The last day of a calendar month in words.
 *
 * @example lastDayInWords('2026-10') // '31 October 2026'
 */
export function lastDayInWords(month: string): string {
  return dateInWords(lastDayOf(month));
}

/**
 * The last day of a calendar month.
 *
 * @example lastDayOf('2026-10') // '2026-10-31'
 */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
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
  const { day, month, year, hour, minute } = inLondon(instant);
  return `${day} ${monthInWords(`${year}-${month}`)}, ${hour}:${minute}`;
}

/**
 * The month in words that a date or an instant is in by London's calendar.
 *
 * @example londonMonthInWords('2026-06-30T23:30:00Z') // 'July 2026'
 */
export function londonMonthInWords(dateOrInstant: string): string {
  const { month, year } = inLondon(dateOrInstant);
  return monthInWords(`${year}-${month}`);
}

function inLondon(dateOrInstant: string) {
  const { day, month, year, hour, minute } = Object.fromEntries(
    london.formatToParts(new Date(dateOrInstant)).map(({ type, value }) => [type, value]),
  );
  return { day: Number(day), month: month ?? '', year: year ?? '', hour: hour ?? '', minute: minute ?? '' };
}
