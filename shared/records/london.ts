import { Temporal } from 'temporal-polyfill';

/**
 * Calendar dates as London has them. A date is its ISO text, `2026-07-01`; a day is the number of days since
 * 1 January 1970, so that a day count is a difference, whatever the clocks did in between.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** London's offset from UTC changes on whole UTC hours only, so one look-up serves an hour. */
const offsets = new Map<number, number>();

function offsetAt(epochMs: number): number {
  const hour = Math.floor(epochMs / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset =
    Temporal.Instant.fromEpochMilliseconds(hour * HOUR).toZonedDateTimeISO('Europe/London')
      .offsetNanoseconds / 1e6;
  offsets.set(hour, offset);
  return offset;
}

/**
 * The London date of an instant; a date is its own.
 *
 * @example londonDate('2026-07-01T23:30:00Z') // '2026-07-02': British Summer Time
 */
export function londonDate(dateOrInstant: string): string {
  if (dateOrInstant.length === 10) return dateOrInstant;
  const epochMs = Date.parse(dateOrInstant);
  return new Date(epochMs + offsetAt(epochMs)).toISOString().slice(0, 10);
}

/**
 * The day of a date.
 *
 * @example dayOf('1970-01-02') // 1
 */
export function dayOf(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
}

/** The date of a day: the inverse of `dayOf`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The London day of an instant or a date. */
export function londonDay(dateOrInstant: string): number {
  return dayOf(londonDate(dateOrInstant));
}
