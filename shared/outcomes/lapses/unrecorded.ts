import type { Period } from '../period.ts';
import type { PersonHistory } from '../person-history.ts';
import { startedAs } from '../retention/cohort.ts';
import { confirmedLapse } from '../retention/confirmed-lapse.ts';

/** How near a lapse record must be to the test that confirms it, in days. */
const NEAR_DAYS = 7;

/**
 * How many journeys have their confirmed lapse in the window, by a test, without a lapse record within 7 days. One
 * that may still be recorded in time is not counted yet.
 */
export function unrecordedLapses(history: PersonHistory, { windowFirstDay, lastDay }: Period): number {
  return startedAs(history, ['abstinence']).filter(({ journey, dayZero }) => {
    const confirmed = confirmedLapse({ ...journey, personTests: history.tests }, dayZero, lastDay);
    if (confirmed === undefined || confirmed.day < windowFirstDay || lastDay - confirmed.day < NEAR_DAYS)
      return false;
    return !history.lapses.some(({ day }) => Math.abs(day - confirmed.day) <= NEAR_DAYS);
  }).length;
}
