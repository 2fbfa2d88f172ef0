import { dateOfDay } from '../records/london.ts';
import { dayInMonth, sundayOf, weeksOfMonth } from './iso-week.ts';

/**
 * The day from which on a month's statement is final: the 7th of the next month, when the last week that belongs to
 * the month has ended, on the 6th at the latest.
 *
 * @example dateOfDay(finalFrom('2026-12')) // '2027-01-07'
 */
export function finalFrom(month: string): number {
  return dayInMonth(month, 1, 7);
}

/**
 * The last day that a month's statement looks at when it is made on a day: that day, but not beyond the Sunday of the
 * month's last week. A final statement therefore sees every week of its month whole.
 *
 * @example dateOfDay(cutOffDay('2026-09', dayOf('2026-10-07'))) // '2026-10-04'
 */
export function cutOffDay(month: string, madeOnDay: number): number {
  return Math.min(madeOnDay, sundayOf(weeksOfMonth(month).last));
}

/**
 * The first month of the financial year, from 1 April, that a month is in.
 *
 * @example financialYearFrom('2027-03') // '2026-04'
 */
export function financialYearFrom(month: string): string {
  const january = `${month.slice(0, 4)}-01`;
  return dateOfDay(dayInMonth(january, month.slice(5) < '04' ? -9 : 3, 1)).slice(0, 7);
}
