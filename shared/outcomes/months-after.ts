import { dateOfDay } from '../records/london.ts';

/**
 * The day so many calendar months after another; where that month is shorter, its last day.
 *
 * @example dateOfDay(monthsAfter(dayOf('2023-08-31'), 6)) // '2024-02-29'
 */
export function monthsAfter(day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = dateOfDay(day).split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1) / 86_400_000;
  const next = Date.UTC(year, month + months, 1) / 86_400_000;
  return Math.min(first + date, next) - 1;
}
