import { dimensionsOf } from '../dimensions.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { type Period, yearTo } from '../period.ts';
import type { Journey } from '../person-history.ts';
import { isLaterReview, LATER_DAYS, startReview } from '../reviews/pair-of-reviews.ts';
import { REVIEW_LEEWAY_DAYS, reviewsOf } from '../reviews/reviews-of.ts';

/** One review that is asked for of one journey: whether it was made, or why it is not asked for after all. */
type Asked = {
  readonly leftOut?: 'started-within-14-days' | 'ended-before-day-28';
  readonly made?: boolean;
};

type Seen = Observation & Asked & { readonly review: 'start' | 'later' };

export const reviewCompleteness = measure<Seen>({
  id: 'review-completeness',
  revision: 1,
  title: 'Reviews made',
  question: 'Are people reviewed when they should be?',
  numerator:
    'Of these, journeys with a start review at most 14 days before or after the first attended session.',
  denominator:
    'Journeys whose first attended session that is not by telephone lies in the 12 months to the month’s last day and at least 14 days before it.',
  method:
    'Proportion, Wilson 95% interval. A review belongs to a journey from the first day of its placement on, and up to 14 days after its end. Beside it: journeys with a review or exit review 28 to 182 days after the first attended session, of those whose first attended session lies in the 12 months that ended 182 days before the month’s last day and that did not end before day 28.',
  direction: 'up',
  span: 'window',
  // A year of starts that end 182 days ago, any of which may have ended soon.
  lookBackDays: LATER_DAYS.most + 366,

  observe: ({ who, provider, journeys, reviews }, period) =>
    journeys.flatMap((journey): Seen[] => {
      const { dayZero } = journey;
      if (dayZero === undefined) return [];
      const own = { who, dimensions: dimensionsOf(provider, journey.first) };
      const held = reviewsOf(journey, reviews);
      const start = startAsked(dayZero, period, startReview(held, dayZero)?.day);
      const hasLater = held.some((review) => isLaterReview(review, dayZero));
      const later = laterAsked(journey, dayZero, period, hasLater);
      return [
        ...(start === undefined ? [] : [{ ...own, review: 'start' as const, ...start }]),
        ...(later === undefined ? [] : [{ ...own, review: 'later' as const, ...later }]),
      ];
    }),

  headline: (seen) =>
    proportionFigure(asked(seen, 'start'), isMade, {
      excluded: leftOutFor(seen, ['started-within-14-days']),
    }),

  beside: (seen) => ({
    'later-review': proportionFigure(asked(seen, 'later'), isMade, {
      excluded: leftOutFor(seen, ['ended-before-day-28']),
    }),
  }),
});

function startAsked(
  dayZero: number,
  { windowFirstDay, lastDay }: Period,
  reviewDay: number | undefined,
): Asked | undefined {
  if (dayZero < windowFirstDay) return undefined;
  if (dayZero > lastDay - REVIEW_LEEWAY_DAYS) return { leftOut: 'started-within-14-days' };
  return { made: reviewDay !== undefined && Math.abs(reviewDay - dayZero) <= REVIEW_LEEWAY_DAYS };
}

function laterAsked(
  { end }: Journey,
  dayZero: number,
  { lastDay }: Period,
  made: boolean,
): Asked | undefined {
  const lastStart = lastDay - LATER_DAYS.most;
  if (dayZero > lastStart || dayZero < yearTo(lastStart)) return undefined;
  const isTooShort = end !== undefined && end.day - dayZero < LATER_DAYS.least;
  return isTooShort ? { leftOut: 'ended-before-day-28' } : { made };
}

function asked(seen: readonly Seen[], review: Seen['review']): Seen[] {
  return seen.filter((one) => one.review === review && one.leftOut === undefined);
}

function isMade({ made }: Seen): boolean {
  return made === true;
}
