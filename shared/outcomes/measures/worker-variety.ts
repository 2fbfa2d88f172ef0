import { dimensionsOf } from '../dimensions.ts';
import { counted } from '../figures/counted.ts';
import { medianOf } from '../figures/median-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Fact, Journey } from '../person-history.ts';

/** So many one-to-ones at least, of which the last ones are looked at, given by so many workers. */
const ENOUGH = 4;
const LAST = 8;
const WORKERS = 3;

type Seen = Observation & {
  readonly enough: boolean;
  /** How many workers gave the last one-to-ones. */
  readonly workers: number;
  readonly index: number;
};

export const workerVariety = measure<Seen>({
  id: 'worker-variety',
  revision: 1,
  title: 'Variety of workers',
  question: 'Are one-to-ones given by different workers, as the programme means them to be?',
  numerator:
    'Of these journeys, those whose last eight attended one-to-ones up to the month’s last day were given by at least three workers; of fewer than eight, all of them. Each worker of a one-to-one given by several counts.',
  denominator:
    'Journeys open on at least one day of the month from their first attended session that is not by telephone, with at least four attended one-to-ones that name a worker by the month’s last day. Journeys with fewer are left out.',
  method:
    'Proportion, Wilson 95% interval. Beside it the median over these journeys of 1 − Σn(n−1) ÷ (N(N−1)): the chance that two of the N times a worker gave one of these one-to-ones were by different workers, where n is how often each worker did.',
  direction: 'up',
  // The last eight one-to-ones reach into the months before, so that months next to each other share some.
  span: 'window',
  lookBackDays: 31,

  observe: ({ who, provider, journeys }, { firstDay }) =>
    journeys
      .filter(({ dayZero, end }) => dayZero !== undefined && (end === undefined || end.day >= firstDay))
      .map((journey) => {
        const oneToOnes = oneToOnesOf(journey);
        const given = oneToOnes.slice(-LAST).flatMap(({ data }) => [...new Set(data.workers)]);
        return {
          who,
          dimensions: dimensionsOf(provider, journey.first),
          enough: oneToOnes.length >= ENOUGH,
          workers: new Set(given).size,
          index: varietyOf(given),
        };
      }),

  headline: (seen) =>
    proportionFigure(
      seen.filter(({ enough }) => enough),
      ({ workers }) => workers >= WORKERS,
      { excluded: { 'fewer-than-four-one-to-ones': counted(seen.filter(({ enough }) => !enough)) } },
    ),

  beside: (seen) => ({
    'chance-of-another-worker': medianOf(
      seen.filter(({ enough }) => enough).map(({ who, index }) => ({ who, value: index })),
      'share',
    ),
  }),
});

/** In the order they were given. */
function oneToOnesOf({ sessions }: Journey): Fact<'session'>[] {
  return sessions
    .filter(
      ({ data }) => data.kind === 'one-to-one' && data.attendance === 'attended' && data.workers.length > 0,
    )
    .sort((a, b) => a.day - b.day || Date.parse(a.data.startsAt) - Date.parse(b.data.startsAt));
}

/**
 * The chance that two drawn from `given` are by different workers: Simpson's index of diversity without replacement.
 * Fewer than two cannot differ.
 *
 * @example varietyOf(['W1', 'W1', 'W2', 'W2']) // 2/3
 */
function varietyOf(given: readonly string[]): number {
  if (given.length < 2) return 0;
  const times = new Map<string, number>();
  for (const worker of given) times.set(worker, (times.get(worker) ?? 0) + 1);
  const same = [...times.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  return 1 - same / (given.length * (given.length - 1));
}
