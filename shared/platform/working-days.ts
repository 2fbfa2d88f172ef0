import { bankHolidays } from '../records/bank-holidays.ts';
import { isWorkingDay } from '../records/is-working-day.ts';
import { dayOf } from '../records/london.ts';
import { AppError } from './errors.ts';

/** The working day on which the scheduled month run goes on: the providers' cut-off. */
export const RUN_DAY = 4;

/**
 * Whether a London date is the fourth working day of its month in England and Wales.
 *
 * @throws AppError `calendar-ended` where no bank holidays are listed for the year
 * @example isFourthWorkingDay('2026-04-08') // true: 3 and 6 April are Good Friday and Easter Monday
 */
export function isFourthWorkingDay(date: string): boolean {
  return workingDayOfMonth(date) === RUN_DAY;
}

/**
 * Which working day of its month a London date is, counted from 1; 0 where it is a weekend or a bank holiday of
 * England and Wales.
 *
 * @throws AppError `calendar-ended` where no bank holidays are listed for the year
 * @example workingDayOfMonth('2026-11-05') // 4: the month began on a Sunday
 */
export function workingDayOfMonth(date: string): number {
  const year = date.slice(0, 4);
  if (bankHolidays[year] === undefined)
    throw new AppError(
      500,
      'calendar-ended',
      `No bank holidays are listed for ${year}: extend shared/records/bank-holidays.ts from www.gov.uk/bank-holidays.`,
    );
  const day = dayOf(date);
  if (!isWorkingDay(day)) return 0;
  const first = dayOf(`${date.slice(0, 7)}-01`);
  return Array.from({ length: day - first + 1 }, (_, passed) => first + passed).filter(isWorkingDay).length;
}
