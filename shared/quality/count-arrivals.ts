import { londonDate } from '../records/london.ts';
import { recordTypeNames, type RecordTypeName } from '../records/registry.ts';
import { cutOffOf } from './cut-off.ts';
import { monthsLater } from './months-later.ts';
import { unusualVolume, USUAL_MONTHS, type Volume } from './volume.ts';

/** A record as it stands: of which month it is, and its last change. */
export type Arrival = {
  readonly type: RecordTypeName;
  readonly version: number;
  readonly recordedAt: string;
  readonly withdrawn: boolean;
  /** The date or instant of what it states. */
  readonly statedAt: string;
};

/** Records by what their last change did. */
export type Counts = { readonly created: number; readonly amended: number; readonly withdrawn: number };

/** What arrived of one type. */
export type TypeReceipts = {
  readonly type: RecordTypeName;
  /** Records of the month, whenever they arrived. */
  readonly forMonth: Counts;
  /** Of those that stand, how many came or were changed after the cut-off. */
  readonly late: number;
  /** Records whose last change arrived in the month, whichever month they are of. */
  readonly inMonth: Counts;
  /** When the last of the month's records came, was changed or withdrawn. */
  readonly lastArrival?: string;
  /** Where the number of the month's records is far from usual; never before the month has ended. */
  readonly volume?: Volume;
};

type Tally = { -readonly [Name in keyof Counts]: number };

/** The earliest month that a month's receipts look at. */
export function firstMonthLookedAt(month: string): string {
  return monthsLater(month, -USUAL_MONTHS.looked);
}

/**
 * Counts what arrived of each type in and for a month. Each record counts once, by its last change; a placement is of
 * the month of its referral.
 *
 * @param now where it is before the month's end, no number is called unusual
 * @example const { add, conclude } = countArrivals('2026-10', now); for (const arrival of arrivals) add(arrival);
 */
export function countArrivals(
  month: string,
  now: string,
): { readonly add: (arrival: Arrival) => void; readonly conclude: () => TypeReceipts[] } {
  const cutOff = cutOffOf(month);
  const types = new Map(recordTypeNames.map((type) => [type, begin()]));
  return {
    add: ({ type, version, recordedAt, withdrawn, statedAt }) => {
      const counts = types.get(type);
      if (counts === undefined) return;
      const change = withdrawn ? 'withdrawn' : version > 1 ? 'amended' : 'created';
      const of = londonDate(statedAt).slice(0, 7);
      if (londonDate(recordedAt).slice(0, 7) === month) counts.inMonth[change] += 1;
      if (!withdrawn) counts.standing.set(of, (counts.standing.get(of) ?? 0) + 1);
      if (of !== month) return;
      counts.forMonth[change] += 1;
      if (!withdrawn && recordedAt > cutOff) counts.late += 1;
      if (recordedAt > counts.lastArrival) counts.lastArrival = recordedAt;
    },
    conclude: () => {
      const months = knownMonths(month, [...types.values()]);
      const hasEnded = londonDate(now).slice(0, 7) > month;
      return [...types].map(([type, { forMonth, late, inMonth, lastArrival, standing }]) => {
        const before = months.map((one) => standing.get(one) ?? 0);
        const volume = hasEnded ? unusualVolume(standing.get(month) ?? 0, before) : undefined;
        return {
          type,
          forMonth,
          late,
          inMonth,
          ...(lastArrival !== '' && { lastArrival }),
          ...(volume !== undefined && { volume }),
        };
      });
    },
  };
}

function begin() {
  const none = (): Tally => ({ created: 0, amended: 0, withdrawn: 0 });
  return { forMonth: none(), inMonth: none(), late: 0, lastArrival: '', standing: new Map<string, number>() };
}

/** The months before that are looked at, from the first for which there is any record. */
function knownMonths(month: string, types: readonly { standing: ReadonlyMap<string, number> }[]): string[] {
  const looked = Array.from({ length: USUAL_MONTHS.looked }, (_, i) =>
    monthsLater(firstMonthLookedAt(month), i),
  );
  const first = looked.findIndex((one) => types.some(({ standing }) => standing.has(one)));
  return first < 0 ? [] : looked.slice(first);
}
