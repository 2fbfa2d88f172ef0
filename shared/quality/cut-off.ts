import { addWorkingDays } from '../records/add-working-days.ts';
import { dateOfDay, dayOf, londonHour } from '../records/london.ts';
import { monthsLater } from './months-later.ts';

/** The working day of the next month, and the hour of London's clock, at which the scheduled run begins. */
const RUN = { workingDay: 4, hour: 6 } as const;

/**
 * The instant of a month's scheduled run: what providers send by then is in its packs. Working days are those of
 * England and Wales.
 *
 * @param month `2026-10`
 * @example cutOffOf('2026-10') // '2026-11-05T06:00:00.000Z': the month began on a Sunday
 * @example cutOffOf('2026-03') // '2026-04-08T05:00:00.000Z': after Easter, by summer time
 */
export function cutOffOf(month: string): string {
  const lastDay = dayOf(`${monthsLater(month, 1)}-01`) - 1;
  const date = dateOfDay(addWorkingDays(lastDay, RUN.workingDay));
  const asUtc = Date.parse(`${date}T${String(RUN.hour).padStart(2, '0')}:00:00Z`);
  const ahead = londonHour(new Date(asUtc).toISOString()) - RUN.hour;
  return new Date(asUtc - ahead * 3_600_000).toISOString();
}
