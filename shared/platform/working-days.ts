import { dateOfDay, dayOf } from '../records/london.ts';
import { bankHolidays } from './bank-holidays.ts';
import { AppError } from './errors.ts';

/** The working day on which the scheduled month run goes on: the providers' cut-off. */
const RUN_DAY = 4;

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
  const holidays = holidaysOf(date.slice(0, 4));
  if (!isWorkingDay(date, holidays)) return 0;
  const first = dayOf(`${date.slice(0, 7)}-01`);
  const dates = Array.from({ length: dayOf(date) - first + 1 }, (_, passed) => dateOfDay(first + passed));
  return dates.filter((each) => isWorkingDay(each, holidays)).length;
}

function isWorkingDay(date: string, holidays: readonly string[]): boolean {
  // 1 January 1970 was a Thursday, so that the remainders 2 and 3 are the weekend.
  const remainder = dayOf(date) % 7;
  return remainder !== 2 && remainder !== 3 && !holidays.includes(date.slice(5));
}

function holidaysOf(year: string): readonly string[] {
  const holidays = bankHolidays[year];
  if (holidays) return holidays;
  throw new AppError(
    500,
    'calendar-ended',
    `No bank holidays are listed for ${year}: extend shared/platform/bank-holidays.ts from www.gov.uk/bank-holidays.`,
  );
}
