import { byarInterval } from './byar-interval.ts';
import { exactPoissonInterval } from './exact-poisson-interval.ts';

/** Below this many events Byar's approximation gives way to the exact limits. */
const ENOUGH_FOR_BYAR = 10;

/** Limits in events per unit of exposure, and how they were found. */
export type RateInterval = {
  readonly lower: number;
  readonly upper: number;
  readonly method: 'byar' | 'exact';
};

/**
 * The 95 % interval of a rate, `events` in an `exposure` (person-days, person-weeks): Byar's limits of the count from
 * 10 events on, exact Poisson limits below, divided by the exposure.
 *
 * Source: Fingertips Public Health Technical Guide; R package PHEindicatormethods, `phe_rate`.
 *
 * @throws RangeError unless `events` is a whole number from 0 on and `exposure > 0`: nothing observed has no rate.
 * @example rateInterval(5, 100) // { lower: 0.016234…, upper: 0.11668…, method: 'exact' }
 */
export function rateInterval(events: number, exposure: number): RateInterval {
  if (!(Number.isSafeInteger(events) && events >= 0 && exposure > 0)) {
    throw new RangeError('a rate needs a whole number of events and an exposure above 0');
  }
  const method = events < ENOUGH_FOR_BYAR ? 'exact' : 'byar';
  const { lower, upper } = method === 'exact' ? exactPoissonInterval(events) : byarInterval(events);
  return { lower: lower / exposure, upper: upper / exposure, method };
}
