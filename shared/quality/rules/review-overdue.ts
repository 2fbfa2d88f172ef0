import type { Period } from '../../outcomes/period.ts';
import type { Fact, Journey } from '../../outcomes/person-history.ts';
import { isProgressReview, LATER_DAYS, startReview } from '../../outcomes/reviews/pair-of-reviews.ts';
import { REVIEW_LEEWAY_DAYS, reviewsOf } from '../../outcomes/reviews/reviews-of.ts';
import { inHistories } from '../in-histories.ts';
import type { Found, QualityRule } from '../quality-rule.ts';

/**
 * Journeys without a start review within 14 days of day 0, and open ones whose last review, or else day 0, is more
 * than 182 days ago. It is overdue from the last day on which it could have been in time.
 */
export const reviewOverdue: QualityRule = {
  id: 'review-overdue',
  group: 'missing',
  title: 'Review overdue',
  todo: 'Send the start review made within 14 days of the first attended session, or the review made since; if none was made, make the next one.',
  touches: [
    'review-completeness',
    'positive-change',
    'substance-change',
    'wellbeing',
    'children-status-change',
    'goal-progress',
  ],
  find: inHistories(({ journeys, reviews }, asAt) =>
    journeys.flatMap((journey) => {
      const { dayZero } = journey;
      if (dayZero === undefined) return [];
      const own = reviewsOf(journey, reviews);
      return [...startOverdue(journey, dayZero, own, asAt), ...nextOverdue(journey, dayZero, own, asAt)];
    }),
  ),
};

type Reviews = readonly Fact<'review'>[];

function startOverdue(
  { first }: Journey,
  dayZero: number,
  reviews: Reviews,
  { windowFirstDay, lastDay }: Period,
): Found[] {
  const due = dayZero + REVIEW_LEEWAY_DAYS;
  const made = startReview(reviews, dayZero);
  const isMade = made !== undefined && Math.abs(made.day - dayZero) <= REVIEW_LEEWAY_DAYS;
  if (isMade || dayZero < windowFirstDay || due >= lastDay) return [];
  return [{ type: 'placement', id: first.id, since: due }];
}

function nextOverdue(
  { placements, end }: Journey,
  dayZero: number,
  reviews: Reviews,
  { lastDay }: Period,
): Found[] {
  const last = placements.at(-1);
  if (end !== undefined || last === undefined) return [];
  const seen = reviews.findLast(({ data }) => isProgressReview(data) || data.stage === 'start')?.day;
  const due = Math.max(dayZero, seen ?? dayZero) + LATER_DAYS.most;
  return due < lastDay ? [{ type: 'placement', id: last.id, since: due }] : [];
}
