import type { ComputedMedian, Counted } from '../computed.ts';
import { countBy, discloseCount } from './count.ts';
import { NOTHING } from './hidden.ts';
import { meanBy } from './mean.ts';
import { medianBy } from './median.ts';
import { proportionBy } from './proportion.ts';
import { rateBy } from './rate.ts';
import { type DisclosureRule, SUPPRESSED } from './rule.ts';

const isSmall = (people: number): boolean => people >= 1 && people <= 7;

/** To the nearest 5; whole numbers have no ties. */
const shown = (count: number): number => Math.round(count / 5) * 5;

const counts = { isSmall, shown };

/** What stands for a point of a curve or its median; that there was nobody to follow is no secret. */
function unpublished(one: { readonly state: string; readonly reason?: string }) {
  const reason = one.reason === 'no-eligible' ? one.reason : 'not-published';
  return { state: 'unavailable', reason } as const;
}

/** Whoever is behind a median is published, if at all, as ten or more. */
function withoutUnreliable(median: ComputedMedian): ComputedMedian {
  return median.state === 'estimated'
    ? { ...median, marks: median.marks.filter((mark) => mark !== 'u') }
    : median;
}

/**
 * The rule of NHS Digital for hospital statistics at small areas: 1–7 people are withheld, other counts rounded to
 * the nearest 5, percentages and intervals from the rounded counts, each by itself, so that none can be had from the
 * others. Curves list the very days of single people, so they are not published at all; the events of one go where
 * their complement is small.
 */
export const hes7round5: DisclosureRule = {
  exact: false,
  isSmall,
  survival: {
    hide: () => NOTHING,
    write: ({ kind, journeys, events, complement, parts, points, median }) => {
      const counted = isSmall(complement) ? () => SUPPRESSED : (one: Counted) => discloseCount(one, counts);
      return {
        kind,
        journeys: discloseCount(journeys, counts),
        events: counted(events),
        parts: Object.fromEntries(Object.entries(parts).map(([part, one]) => [part, counted(one)])),
        points: points.map((point) => ({ day: point.day, ...unpublished(point) })),
        median: unpublished(median),
      };
    },
  },
  incidence: {
    hide: () => NOTHING,
    write: ({ kind, unit, followed, causes, open }) => ({
      kind,
      [unit]: discloseCount(followed, counts),
      causes: Object.fromEntries(
        Object.entries(causes).map(([cause, { points }]) => [
          cause,
          points.map((point) => ({ day: point.day, ...unpublished(point) })),
        ]),
      ),
      open: open.points.map((point) => ({ day: point.day, ...unpublished(point) })),
    }),
  },
  proportion: proportionBy(counts),
  count: countBy(counts),
  median: {
    ...medianBy(isSmall),
    write: (figure, hidden) =>
      medianBy(isSmall).write({ ...figure, median: withoutUnreliable(figure.median) }, hidden),
  },
  mean: meanBy(counts),
  rate: rateBy(counts),
};
