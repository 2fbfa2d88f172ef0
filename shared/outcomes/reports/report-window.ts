import { dateOfDay } from '../../records/london.ts';
import { periodOf } from '../period.ts';

/** Longer than ten working days can ever take: what falls due on the window's first day happened after that. */
export const LONGEST_DAYS = 31;

/**
 * The instants between which the reports were issued that a month's computation must know of.
 *
 * @example reportWindow('2026-10').from // '2025-10-01T00:00:00.000Z'
 */
export function reportWindow(month: string): { readonly from: string; readonly to: string } {
  const { windowFirstDay, lastDate } = periodOf(month);
  return {
    from: `${dateOfDay(windowFirstDay - LONGEST_DAYS)}T00:00:00.000Z`,
    to: `${lastDate}T23:59:59.999Z`,
  };
}
