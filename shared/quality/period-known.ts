import { type Period, periodOf } from '../outcomes/period.ts';
import { dayOf } from '../records/london.ts';

/**
 * A month as far as it has passed: to its last day, or to today while it goes on.
 *
 * @param today a London date in the month or after it
 * @example periodKnown('2026-10', '2026-10-12').lastDate // '2026-10-12'
 */
export function periodKnown(month: string, today: string): Period {
  const period = periodOf(month);
  return today < period.lastDate ? { ...period, lastDate: today, lastDay: dayOf(today) } : period;
}
