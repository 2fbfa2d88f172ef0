import type { PersonHistory } from '../person-history.ts';
import type { Placed } from '../placed.ts';
import { occasionsOf } from './occasions.ts';

/** A report that a review or an exit asks for, and the last day on which it is in time. */
export type DueReport = {
  readonly placement: Placed;
  readonly deadline: number;
  /** One on this placement was issued from the day itself to the deadline. */
  readonly inTime: boolean;
};

/**
 * The reports on somebody's placements that have a referrer: one for each day with a review (stage `review`) or the
 * placement's end, whether or not it was agreed that there are any. What happened before `fromDay` is passed over.
 */
export function dueReports({ placements, reviews, reports }: PersonHistory, fromDay: number): DueReport[] {
  return placements
    .filter(({ data }) => data.referrer !== undefined)
    .flatMap((placement) =>
      occasionsOf(placement, reviews)
        .filter(({ day }) => day >= fromDay)
        .map(({ day, deadline }) => {
          const inTime = reports.some(
            (report) => report.placement === placement.id && report.day >= day && report.day <= deadline,
          );
          return { placement, deadline, inTime };
        }),
    );
}
