/**
 * Calendar dates as London has them. A date is its ISO text, `2026-07-01`; a day is the number of days since
 * 1 January 1970, so that a day count is a difference, whatever the clocks did in between.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The runtime's calendar, made where it is needed first: making it takes as long as a thousand look-ups. */
let clock: Intl.DateTimeFormat | undefined;

/** London's offset from UTC changes on whole UTC hours only, so one look-up serves an hour. */
const offsets = new Map<number, number>();

function offsetAt(epochMs: number): number {
  const hour = Math.floor(epochMs / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  clock ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const shown = Number(clock.format(hour * HOUR));
  const offset = ((shown - (hour % 24) + 24) % 24) * HOUR;
  offsets.set(hour, offset);
  return offset;
}

/**
 * The London date of an instant; a date is its own.
 *
 * @example londonDate('2026-07-01T23:30:00Z') // '2026-07-02': British Summer Time
 */
export function londonDate(dateOrInstant: string): string {
  if (dateOrInstant.length === 10 || isSameDayInLondon(dateOrInstant)) return dateOrInstant.slice(0, 10);
  const epochMs = Date.parse(dateOrInstant);
  return new Date(epochMs + offsetAt(epochMs)).toISOString().slice(0, 10);
}

/**
 * Whether an instant's own date is London's for certain: London is at UTC or an hour ahead of it, so only the last
 * hour of a UTC day and the first of one written an hour ahead can be another date there. A month run asks this for
 * every record, and nearly always the answer is yes.
 */
function isSameDayInLondon(instant: string): boolean {
  if (instant.endsWith('Z')) return !instant.startsWith('23', 11);
  return instant.endsWith('+01:00') && !instant.startsWith('00', 11);
}

/**
 * The day of a date.
 *
 * @example dayOf('1970-01-02') // 1
 */
export function dayOf(date: string): number {
  return Date.UTC(number(date, 0, 4), number(date, 5, 7) - 1, number(date, 8, 10)) / DAY;
}

/** The digits of a text from one place up to another, without making a text of them. */
function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** The date of a day: the inverse of `dayOf`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The London day of an instant or a date. */
export function londonDay(dateOrInstant: string): number {
  return dayOf(londonDate(dateOrInstant));
}

/**
 * The hour of an instant on London's clock, 0 to 23.
 *
 * @example londonHour('2026-07-01T16:00:00Z') // 17: British Summer Time
 */
export function londonHour(instant: string): number {
  const epochMs = Date.parse(instant);
  return new Date(epochMs + offsetAt(epochMs)).getUTCHours();
}

/**
 * The date so many calendar months before another; where that month is shorter, its last day.
 *
 * @example monthsBefore('2026-03-31', 1) // '2026-02-28'
 */
export function monthsBefore(date: string, months: number): string {
  const first = (later: number) =>
    Date.UTC(number(date, 0, 4), number(date, 5, 7) - 1 - months + later) / DAY;
  return dateOfDay(Math.min(first(0) + number(date, 8, 10) - 1, first(1) - 1));
}
