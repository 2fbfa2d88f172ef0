import type { Charge } from './charge.ts';
import { weekOfDay } from './iso-week.ts';

/** How many of the last whole weeks make the recent rate. */
const RECENT_WEEKS = 8;

/** So many placement weeks in so many weeks. */
export type Rate = { readonly used: number; readonly weeks: number };

export const NO_RATE: Rate = { used: 0, weeks: 1 };

/**
 * How fast placements funded by a block have used weeks of late: in the last eight whole weeks before the end of a
 * day, or in as many as there are since the first such week. A week for which no block was left counts, so that the
 * rate does not fall because a block ran out.
 *
 * @param charges those of one pool: one provider, commissioner and service
 */
export function recentRate(charges: readonly Charge[], cutOffDay: number): Rate {
  const weeks = charges
    .filter(({ used }) => used.placement.data.funding === 'block')
    .map(({ used }) => used.week);
  const last = weekOfDay(cutOffDay + 1) - 1;
  const start = weeks.reduce((earliest, week) => Math.min(earliest, week), last);
  const first = Math.max(start, last - RECENT_WEEKS + 1);
  return {
    used: weeks.filter((week) => week >= first && week <= last).length,
    weeks: last - first + 1,
  };
}

/**
 * How many placement weeks a rate makes in the nth week from now, so that after any number of weeks they are what the
 * rate says, rounded down.
 *
 * @example [1, 2, 3].map((n) => weeksAtRate({ used: 3, weeks: 2 }, n)) // [1, 2, 1]
 */
export function weeksAtRate({ used, weeks }: Rate, n: number): number {
  return Math.floor((used * n) / weeks) - Math.floor((used * (n - 1)) / weeks);
}
