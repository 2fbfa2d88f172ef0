import { addWorkingDays } from '../../records/add-working-days.ts';
import type { Fact } from '../person-history.ts';
import type { Placed } from '../placed.ts';

/** How soon after a review or an exit its report is due, in working days. */
const DUE_WORKING_DAYS = 10;

/** A day that asks for a report, and the last day on which it is in time; days from 1 January 1970. */
export type Occasion = {
  readonly of: 'review' | 'exit';
  readonly day: number;
  readonly deadline: number;
};

/**
 * What asks for reports on a placement: each day with a review (stage `review`) that belongs to it, and its end. A
 * review on the day of the end is the exit.
 */
export function occasionsOf(placement: Placed, reviews: readonly Fact<'review'>[]): Occasion[] {
  const reviewed = reviews
    .filter(({ data, placement: of }) => data.stage === 'review' && of?.id === placement.id)
    .map(({ day }) => day);
  const ended = placement.endDay === Infinity ? [] : [placement.endDay];
  return [...new Set([...reviewed, ...ended])].map((day) => ({
    of: day === placement.endDay ? 'exit' : 'review',
    day,
    deadline: addWorkingDays(day, DUE_WORKING_DAYS),
  }));
}
