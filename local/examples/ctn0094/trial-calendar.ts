import { dateOfDay, dayOf } from '../../../shared/records/london.ts';

/**
 * The trials count days from consent and give no date, so every person is given a day of consent: over a year and a
 * half, by their number alone, so that the first few people are as spread as all of them.
 */
const FIRST_CONSENT = dayOf('2022-04-01');
const CONSENT_DAYS = 540;
/** Has no divisor in common with the days above: neighbouring numbers fall far apart and every day is used. */
const STRIDE = 197;

/** The months that are run: the last six in which people consent. */
export const trialMonths: readonly string[] = [
  '2023-04',
  '2023-05',
  '2023-06',
  '2023-07',
  '2023-08',
  '2023-09',
];

/** The clock of the run: after the last day of all, 1,121 days after consent, so that nothing lies in the future. */
export const trialClock = '2026-11-04T12:00:00Z';

/**
 * The calendar date of a person's study day; empty for a day that the trials do not tell, as a spreadsheet would send
 * it.
 *
 * @example trialDate(1, 0) // '2022-10-15'
 */
export function trialDate(who: number, day: number | undefined): string {
  if (day === undefined) return '';
  return dateOfDay(FIRST_CONSENT + ((who * STRIDE) % CONSENT_DAYS) + day);
}

/** Ten in the morning of a study day, at which hour London and UTC have the same date; empty for an unknown day. */
export function trialInstant(who: number, day: number | undefined): string {
  return day === undefined ? '' : `${trialDate(who, day)}T10:00:00Z`;
}
