import type { ComputedMean, ComputedMedian, ComputedRate, Counted } from '../computed.ts';
import type { Mark } from '../document.ts';
import { countBy, discloseCount } from './count.ts';
import { NOTHING, WHOLE } from './hidden.ts';
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

/** Whoever is behind a median, a mean or a rate is published, if at all, as ten or more. */
function withoutUnreliable<Estimate extends { readonly marks: readonly Mark[] }>(
  estimate: Estimate,
): Estimate {
  return { ...estimate, marks: estimate.marks.filter((mark) => mark !== 'u') };
}

function roughMedian(median: ComputedMedian): ComputedMedian {
  return median.state === 'estimated' ? withoutUnreliable(median) : median;
}

/**
 * A mean to the nearest fifth. An exact one tells of how many whole numbers it is, −6.625 of 8; of eight or more
 * numbers some sum comes near every fifth.
 */
function roughMean(mean: ComputedMean): ComputedMean {
  if (mean.state !== 'estimated') return mean;
  const { value, lower, upper } = mean;
  return withoutUnreliable({
    ...mean,
    value: toFifth(value),
    lower: lower === null ? null : toFifth(lower),
    upper: upper === null ? null : toFifth(upper),
  });
}

function toFifth(value: number): number {
  return Math.round(value * 5) / 5 + 0;
}

/** A rate in time rounded as a count: the time of few people is else what others leave of that of all. */
function roughRate(rate: ComputedRate): ComputedRate {
  if (rate.state !== 'estimated') return rate;
  const { amount, people } = rate.exposure;
  return withoutUnreliable({ ...rate, exposure: { amount: shown(amount), people } });
}

/**
 * The rule of NHS Digital for hospital statistics at small areas: 1–7 people are withheld, other counts rounded to
 * the nearest 5, percentages and intervals from the rounded counts, each by itself; means and the time of a rate are
 * rounded, too. What is withheld is so by far less than of exact counts from the others, but a total of 45 beside a part
 * of 45 leaves at most four for the rest. Curves list the very days of single people, so they are not
 * published at all; the events of one go where their complement is small.
 */
export const hes7round5: DisclosureRule = {
  exact: false,
  ...counts,
  survival: {
    hide: () => NOTHING,
    write: ({ kind, journeys, events, complement, parts, points, median }, hidden) => {
      const isHidden = hidden.has('figure');
      const counted = (one: Counted) =>
        isHidden || isSmall(complement) ? SUPPRESSED : discloseCount(one, counts);
      return {
        kind,
        journeys: isHidden ? SUPPRESSED : discloseCount(journeys, counts),
        events: counted(events),
        parts: Object.fromEntries(Object.entries(parts).map(([part, one]) => [part, counted(one)])),
        points: points.map((point) => ({ day: point.day, ...unpublished(point) })),
        median: unpublished(median),
      };
    },
  },
  incidence: {
    hide: () => NOTHING,
    write: ({ kind, unit, followed, causes, open }, hidden) => ({
      kind,
      [unit]: hidden.has('figure') ? SUPPRESSED : discloseCount(followed, counts),
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
      medianBy(isSmall).write({ ...figure, median: roughMedian(figure.median) }, hidden),
  },
  mean: { ...meanBy(counts), write: (figure, hidden) => meanBy(counts).write(roughMean(figure), hidden) },
  rate: {
    // Of so little time that it is none when it is rounded there is no rate.
    hide: (figure) =>
      figure.state === 'estimated' && shown(figure.exposure.amount) === 0
        ? WHOLE
        : rateBy(counts).hide(figure),
    write: (figure, hidden) =>
      rateBy(counts).write(hidden.has('figure') ? figure : roughRate(figure), hidden),
  },
};
