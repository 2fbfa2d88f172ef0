import { bankHolidays } from './bank-holidays.ts';
import { dayOf } from './london.ts';

const holidays = new Set(
  Object.entries(bankHolidays).flatMap(([year, dates]) => dates.map((date) => dayOf(`${year}-${date}`))),
);

/**
 * Whether a day, counted from 1 January 1970, is neither on a weekend nor a bank holiday of England and Wales. In a
 * year whose bank holidays are not listed only weekends are told apart.
 *
 * @example isWorkingDay(dayOf('2026-04-06')) // false: Easter Monday
 */
export function isWorkingDay(day: number): boolean {
  // 1 January 1970 was a Thursday, so that the remainders 2 and 3 are the weekend.
  const remainder = day % 7;
  return remainder !== 2 && remainder !== 3 && !holidays.has(day);
}
