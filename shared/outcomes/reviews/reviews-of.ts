import type { Fact, Journey } from '../person-history.ts';

/** How long after its end a journey's exit may be reviewed, and how far from day 0 its start, in days. */
export const REVIEW_LEEWAY_DAYS = 14;

/**
 * A person's reviews that are of one journey, in order of day: those of its placements, from its first day to 14 days
 * after its last. An exit review in these 14 days may also be of aftercare that began meanwhile.
 */
export function reviewsOf(
  { placements, startDay, end }: Journey,
  reviews: readonly Fact<'review'>[],
): Fact<'review'>[] {
  const lastDay = (end?.day ?? Infinity) + REVIEW_LEEWAY_DAYS;
  return reviews.filter(
    ({ day, data, placement }) =>
      placement !== undefined &&
      day >= startDay &&
      day <= lastDay &&
      (placements.includes(placement) ||
        (data.stage === 'exit' && end !== undefined && placement.data.service === 'aftercare')),
  );
}
