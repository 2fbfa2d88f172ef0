import { dateOfDay, dayOf, londonDay } from '../../records/london.ts';
import type { PersonRecords } from '../person-records.ts';
import { factsOn } from './facts-on.ts';
import { type Occasion, occasionsOf } from './occasions.ts';
import { reportAgreed } from './report-agreed.ts';

/** How long after its review or exit a report that was not issued is still awaited, in days. */
export const AWAITED_DAYS = 365;

/** A report on a placement that may be made, is due, and was not issued since. */
export type AwaitedReport = {
  readonly placement: string;
  /** The code of whom it is for. */
  readonly referrer: string;
  readonly occasion: Occasion['of'];
  /** The day of the review or the end, a London date. */
  readonly on: string;
  /** The last day on which it is in time. */
  readonly dueBy: string;
};

/**
 * The reports on somebody that are awaited on a day, by placement, then by date: of each review and end in the year up
 * to it on placements with a referrer, where reports are agreed or ordered, those with no report on or after it.
 *
 * @param today a London date
 */
export function awaitedReports(person: PersonRecords, today: string): AwaitedReport[] {
  const { placements, reviews } = factsOn(person, today);
  const from = dayOf(today) - AWAITED_DAYS;
  const issued = (person.reports ?? []).map(({ at, placement }) => ({ placement, day: londonDay(at) }));
  return placements.flatMap((placement) => {
    const { id, data } = placement;
    const { referrer } = data;
    if (referrer === undefined || reportAgreed(data) === undefined) return [];
    return occasionsOf(placement, reviews)
      .filter(({ day }) => day >= from)
      .filter(({ day }) => !issued.some((report) => report.placement === id && report.day >= day))
      .sort((a, b) => a.day - b.day)
      .map(({ of, day, deadline }) => ({
        placement: id,
        referrer,
        occasion: of,
        on: dateOfDay(day),
        dueBy: dateOfDay(deadline),
      }));
  });
}
