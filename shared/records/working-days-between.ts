import { isWorkingDay } from './is-working-day.ts';

/**
 * How many working days of England and Wales lie between two days, neither of which counts; days are counted from
 * 1 January 1970. In a year whose bank holidays are not listed only weekends are passed over.
 *
 * @example workingDaysBetween(dayOf('2026-04-02'), dayOf('2026-04-08')) // 1: Easter lies between, and a Tuesday
 */
export function workingDaysBetween(after: number, before: number): number {
  let working = 0;
  for (let day = after + 1; day < before; day += 1) if (isWorkingDay(day)) working += 1;
  return working;
}
