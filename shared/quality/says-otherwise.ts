import { lapseAsAt, placementAsAt } from '../outcomes/as-at.ts';
import { canonical } from '../outcomes/canonical.ts';
import type { StoredRecord } from '../outcomes/person-records.ts';
import type { Period } from '../outcomes/period.ts';
import { londonDate } from '../records/london.ts';
import { statedAt } from './date-field.ts';

/**
 * Whether what a record says of a month is something else than what it said at the month's cut-off: that it is new, or
 * that a date or another fact of the month was changed. Facts dated after the month's last day are none of it.
 *
 * @param before the version that was current at the cut-off, where there was one
 */
export function saysOtherwise(
  now: StoredRecord,
  before: StoredRecord | undefined,
  { month, lastDate }: Period,
): boolean {
  const isOfMonth = [now, ...(before === undefined ? [] : [before])].some((record) =>
    datesOf(record).some((date) => date.startsWith(month)),
  );
  return isOfMonth && asAt(now, lastDate) !== (before && asAt(before, lastDate));
}

/** The London dates of the facts that a record states. */
function datesOf({ type, data }: StoredRecord): string[] {
  const dates =
    type === 'placement'
      ? [data.referredOn, data.startsOn, data.endedOn]
      : type === 'lapse'
        ? [data.openedOn, data.returnedOn, data.closedOn]
        : [londonDate(statedAt(type, data))];
  return dates.filter((date) => date !== undefined);
}

/** What is known of a record at the end of a day, as text; undefined where that is nothing. */
function asAt({ type, data }: StoredRecord, date: string): string | undefined {
  const known =
    type === 'placement'
      ? placementAsAt(data, date)
      : type === 'lapse'
        ? lapseAsAt(data, date)
        : londonDate(statedAt(type, data)) <= date
          ? data
          : undefined;
  return known && canonical(known);
}
