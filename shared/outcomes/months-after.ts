const DAY = 86_400_000;

/**
 * The day so many calendar months after another; where that month is shorter, its last day.
 *
 * @example dateOfDay(monthsAfter(dayOf('2023-08-31'), 6)) // '2024-02-29'
 */
export function monthsAfter(day: number, months: number): number {
  const date = new Date(day * DAY);
  const firstOf = (monthsLater: number): number =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1) / DAY;
  return Math.min(firstOf(months) + date.getUTCDate(), firstOf(months + 1)) - 1;
}
