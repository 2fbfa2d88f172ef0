import { addWorkingDays } from '../../records/add-working-days.ts';
import type { PersonHistory } from '../person-history.ts';
import type { Placed } from '../placed.ts';

/** How soon after a review or an exit its report is due, in working days. */
const DUE_WORKING_DAYS = 10;

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
    .flatMap((placement) => {
      const reviewed = reviews
        .filter(({ data, placement: of }) => data.stage === 'review' && of?.id === placement.id)
        .map(({ day }) => day);
      const ended = placement.endDay === Infinity ? [] : [placement.endDay];
      return [...new Set([...reviewed, ...ended])]
        .filter((day) => day >= fromDay)
        .map((day) => {
          const deadline = addWorkingDays(day, DUE_WORKING_DAYS);
          const inTime = reports.some(
            (report) => report.placement === placement.id && report.day >= day && report.day <= deadline,
          );
          return { placement, deadline, inTime };
        });
    });
}
