import type { Review } from '../../records/review.ts';
import { dimensionsOf } from '../dimensions.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import type { Journey } from '../person-history.ts';
import { isProgressReview } from '../reviews/pair-of-reviews.ts';
import { reviewsOf } from '../reviews/reviews-of.ts';

const REASONS = ['not-reviewed', 'progress-not-given'] as const;

type Seen = Observation & {
  readonly leftOut?: (typeof REASONS)[number];
  readonly progress?: NonNullable<Review['goalProgress']>;
};

export const goalProgress = measure<Seen>({
  id: 'goal-progress',
  revision: 1,
  title: 'Progress towards the goal',
  question: 'Do people come nearer to the goal they set themselves?',
  numerator:
    'Of these, journeys whose last such review says that the goal is met or that there is some progress.',
  denominator:
    'Started journeys with a review or exit review in the 12 months to the month’s last day, the last of which says how far the goal was reached. A review may be up to 14 days after the journey’s end. Left out are journeys in treatment in these months without such a review, and those whose last one does not say.',
  method: 'Proportion, Wilson 95% interval; each journey once.',
  direction: 'up',
  span: 'window',
  // The window, and an exit review two weeks after the end.
  lookBackDays: 366 + 14,

  observe: ({ who, provider, journeys, reviews }, period) =>
    journeys.flatMap((journey): Seen[] => {
      const last = reviewsOf(journey, reviews).findLast(
        ({ day, data }) => day >= period.windowFirstDay && isProgressReview(data),
      );
      if (journey.dayZero === undefined) return [];
      const own = { who, dimensions: dimensionsOf(provider, journey.first) };
      if (last === undefined)
        return endedBefore(journey, period) ? [] : [{ ...own, leftOut: 'not-reviewed' }];
      const progress = last.data.goalProgress;
      return [progress === undefined ? { ...own, leftOut: 'progress-not-given' } : { ...own, progress }];
    }),

  headline: (seen) =>
    proportionFigure(reviewedIn(seen), ({ progress }) => progress !== 'none', {
      excluded: leftOutFor(seen, REASONS),
    }),

  beside: (seen) => ({
    'goal-met': proportionFigure(reviewedIn(seen), ({ progress }) => progress === 'met'),
  }),

  sums: { 'goal-met': ['headline'] },
  within: { 'headline/numerator': 'goal-met/numerator' },
});

function endedBefore({ end }: Journey, { windowFirstDay }: Period): boolean {
  return end !== undefined && end.day < windowFirstDay;
}

function reviewedIn(seen: readonly Seen[]): Seen[] {
  return seen.filter(({ progress }) => progress !== undefined);
}
