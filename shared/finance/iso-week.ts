import { dateOfDay, dayOf } from '../records/london.ts';

/**
 * ISO weeks, Monday to Sunday, of London dates. A week is the number of weeks since the one of 1 January 1970, so that
 * a count of weeks is a difference and weeks sort as numbers. Days are those of `records/london.ts`.
 */

/** 1 January 1970, day 0, was a Thursday: its week began three days before. */
const FROM_MONDAY_TO_DAY_0 = 3;

const DAY = 86_400_000;

/**
 * The week of a day.
 *
 * @example weekLabel(weekOfDay(dayOf('2027-01-01'))) // '2026-W53'
 */
export function weekOfDay(day: number): number {
  return Math.floor((day + FROM_MONDAY_TO_DAY_0) / 7);
}

/** The day of a week's Monday. */
export function mondayOf(week: number): number {
  return week * 7 - FROM_MONDAY_TO_DAY_0;
}

/** The day of a week's Sunday. */
export function sundayOf(week: number): number {
  return mondayOf(week) + 6;
}

/**
 * A week as ISO 8601 writes it. Its year is that of its Thursday, so a year has 52 weeks or 53.
 *
 * Source: ISO 8601-1:2019, 3.1.1.23 and 4.3.2.
 *
 * @example weekLabel(weekOfDay(dayOf('2026-01-01'))) // '2026-W01'
 */
export function weekLabel(week: number): string {
  const thursday = mondayOf(week) + 3;
  const year = dateOfDay(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** A ledger asks for the month of the same few weeks once for every placement in them. */
const months = new Map<number, string>();

/**
 * The month a week belongs to: that of its Monday.
 *
 * @example monthOfWeek(weekOfDay(dayOf('2026-10-04'))) // '2026-09': the Monday is 28 September
 */
export function monthOfWeek(week: number): string {
  const known = months.get(week);
  if (known !== undefined) return known;
  const month = dateOfDay(mondayOf(week)).slice(0, 7);
  months.set(week, month);
  return month;
}

/**
 * The first and the last week that belong to a month: four or five of them.
 *
 * @example weeksOfMonth('2026-09') // 7 September to 28 September, which ends on 4 October
 */
export function weeksOfMonth(month: string): { readonly first: number; readonly last: number } {
  return { first: weekOfDay(dayInMonth(month, 0, 1) + 6), last: weekOfDay(dayInMonth(month, 1, 0)) };
}

/** The day so many months after a month; the 0th is the last day of the month before. */
export function dayInMonth(month: string, monthsLater: number, dayOfMonth: number): number {
  return Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + monthsLater, dayOfMonth) / DAY;
}
