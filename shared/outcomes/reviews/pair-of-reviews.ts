import type { Review } from '../../records/review.ts';
import type { Period } from '../period.ts';
import type { Fact, Journey, PersonHistory } from '../person-history.ts';
import { reviewsOf } from './reviews-of.ts';

/** How many days after the start a later review is made. */
export const LATER_DAYS = { least: 28, most: 182 };

/** What keeps a journey from being compared, in printing order. */
export const LACKS = ['no-start-review', 'no-later-review'] as const;
export type Lack = (typeof LACKS)[number];

/** A started journey with its start review and its latest later one, or what it lacks of the two. */
export type PairOfReviews = { readonly journey: Journey; readonly start: Review | undefined } & (
  | { readonly start: Review; readonly later: Review; readonly leftOut?: undefined }
  | { readonly later?: undefined; readonly leftOut: Lack }
);

/** The same rule in words, for every measure that compares two reviews. */
export const PAIR_IN_WORDS =
  'Compared are the start review nearest to the first attended session and the latest review or exit review 28 to 182 days after the start review; reviews may be up to 14 days after the journey’s end.';

/**
 * The journeys of a person whose latest later review lies in the window, and those in treatment in the window that
 * lack one of the two; a journey whose latest later review is older was counted when it was new.
 */
export function pairsOfReviews(
  { journeys, reviews }: PersonHistory,
  { windowFirstDay }: Period,
): PairOfReviews[] {
  return journeys.flatMap((journey): PairOfReviews[] => {
    const { dayZero, end } = journey;
    if (dayZero === undefined) return [];
    const own = reviewsOf(journey, reviews);
    const start = startReview(own, dayZero);
    const later = start && own.findLast((review) => isLaterReview(review, start.day));
    if (later !== undefined && start !== undefined)
      return later.day < windowFirstDay ? [] : [{ journey, start: start.data, later: later.data }];
    if (end !== undefined && end.day < windowFirstDay) return [];
    return [
      { journey, start: start?.data, leftOut: start === undefined ? 'no-start-review' : 'no-later-review' },
    ];
  });
}

/** The start review nearest to day 0; of two as near the earlier one. */
export function startReview(reviews: readonly Fact<'review'>[], dayZero: number): Fact<'review'> | undefined {
  const distance = ({ day }: Fact<'review'>) => Math.abs(day - dayZero);
  return reviews
    .filter(({ data }) => data.stage === 'start')
    .reduce<Fact<'review'> | undefined>(
      (nearest, review) => (nearest === undefined || distance(review) < distance(nearest) ? review : nearest),
      undefined,
    );
}

/** Whether a review, at a review or at exit, is 28 to 182 days after a day. */
export function isLaterReview({ day, data }: Fact<'review'>, from: number): boolean {
  return isProgressReview(data) && day - from >= LATER_DAYS.least && day - from <= LATER_DAYS.most;
}

/** Whether a review looks at how it goes: neither one at the start nor one after the exit. */
export function isProgressReview({ stage }: Review): boolean {
  return stage === 'review' || stage === 'exit';
}
