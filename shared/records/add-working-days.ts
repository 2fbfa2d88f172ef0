import { isWorkingDay } from './is-working-day.ts';

/**
 * The day that is so many working days of England and Wales after another, which itself does not count; days are
 * counted from 1 January 1970. In a year whose bank holidays are not listed only weekends are passed over.
 *
 * @example dateOfDay(addWorkingDays(dayOf('2026-04-01'), 2)) // '2026-04-07': Easter lies between
 */
export function addWorkingDays(day: number, working: number): number {
  let reached = day;
  for (let left = working; left > 0;) {
    reached += 1;
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}
