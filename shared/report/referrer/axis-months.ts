import type { TimelineSpec } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';

const DAY = 86_400_000;

/** How many days one London date is after another. */
export const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/**
 * The months of an axis of days: where the axis begins, and the first of each month after that.
 *
 * @param from the date at which the axis begins
 * @param days how long it is
 * @example axisMonths('2026-01-05', 60) // at 0 'Jan 2026', at 27 'Feb 2026', at 55 'Mar 2026'
 */
export function axisMonths(from: string, days: number): TimelineSpec['months'] {
  const months: TimelineSpec['months'] = [];
  for (let i = 0; ; i += 1) {
    const first = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + i, 1))
      .toISOString()
      .slice(0, 10);
    const at = Math.max(0, daysFrom(from, first));
    if (i > 0 && at > days) return months;
    const [name = '', year = ''] = monthInWords(first.slice(0, 7)).split(' ');
    months.push({ at, label: `${name.slice(0, 3)} ${year}` });
  }
}
