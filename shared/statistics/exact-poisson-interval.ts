import { bisect } from './bisect.ts';

const TAIL = 0.025;

/**
 * The exact 95 % limits of the number of events to be expected where `events` were counted: the lower λ is that under
 * which so many or more have a probability of 2.5 %, the upper that under which so many or fewer have. Right for few
 * events, where approximations are not; its cost grows with their number. Of none the limits are 0 and −ln 0.025.
 *
 * The tails of a Poisson distribution are those of chi-square with an even number of degrees of freedom, so these
 * are the usual χ²(0.025; 2x)/2 and χ²(0.975; 2x + 2)/2.
 *
 * Source: Garwood, Biometrika 28 (1936) 437–442; as R's `poisson.test(events)$conf.int`.
 *
 * @throws RangeError unless `events` is a whole number from 0 on.
 * @example exactPoissonInterval(5) // { lower: 1.6234…, upper: 11.668… }
 */
export function exactPoissonInterval(events: number): { lower: number; upper: number } {
  if (!(Number.isSafeInteger(events) && events >= 0)) {
    throw new RangeError('events are counted in whole numbers from 0 on');
  }
  if (events === 0) return { lower: 0, upper: -Math.log(TAIL) };
  const reach = 10 + 5 * Math.sqrt(events);
  return {
    lower: bisect((expected) => 1 - atMost(events - 1, expected) - TAIL, Math.max(0, events - reach), events),
    upper: bisect((expected) => TAIL - atMost(events, expected), events, events + reach),
  };
}

/** P(X ≤ count) of a Poisson distribution, summed from the term of `count` down, which is not lost to underflow. */
function atMost(count: number, expected: number): number {
  let logTerm = -expected;
  for (let i = 1; i <= count; i += 1) logTerm += Math.log(expected / i);
  let term = Math.exp(logTerm);
  let sum = term;
  for (let i = count; i >= 1; i -= 1) {
    term *= i / expected;
    sum += term;
  }
  return sum;
}
