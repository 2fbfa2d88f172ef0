import { dateOfDay, dayOf } from '../records/london.ts';
import type { Placement } from '../records/placement.ts';
import { mondayOf, sundayOf, weekOfDay } from './iso-week.ts';

/** What finance needs of a placement, and no more. */
export type FundedPlacement = Pick<
  Placement,
  | 'personRef'
  | 'commissioner'
  | 'service'
  | 'startsOn'
  | 'plannedEndOn'
  | 'endedOn'
  | 'funding'
  | 'block'
  | 'suspensions'
>;

/** A placement under its id, which is unique within the provider. */
export type PlacementRecord = {
  readonly id: string;
  readonly provider: string;
  readonly data: FundedPlacement;
  /** The id is a tag: the placement is not held any more, and stands for the weeks that it used. */
  readonly erased?: true;
};

/** One person at one provider, with every placement, and the London days on which a session was attended. */
export type PlacedPerson = {
  readonly placements: readonly PlacementRecord[];
  readonly attendedDays: readonly number[];
};

/** What somebody should look at in a week that is charged all the same. */
export type WeekFlag = 'overlapping-placements' | 'after-planned-end' | 'no-attendance';

/** Days of a week, a bit each, Monday the lowest: three days from Monday are 0b111. */
export type WeekDays = number;

/** One ISO week that one placement uses: the unit that is bought, used and billed. */
export type PlacementWeek = {
  readonly week: number;
  readonly placement: PlacementRecord;
  /** Open and not suspended; never none. */
  readonly days: WeekDays;
  /** The person attended something at the provider. */
  readonly attended: WeekDays;
  readonly flags: readonly WeekFlag[];
};

const NO_FLAGS: readonly WeekFlag[] = [];

/**
 * The placement weeks of one person up to the end of a day: the ISO weeks in which a placement is open for a day or
 * more and not suspended on every open day of it. A person has one week of a commissioner at a time: of several
 * placements the day programme's is charged before aftercare's, one from a block before one on the spot, then the one
 * that started first, then the one of the lower id. Absence still uses the week.
 *
 * A week is flagged when two placements of the commissioner were open on the same day of it, when it begins after the
 * planned end, and when nothing was attended in it.
 *
 * @example placementWeeks({ placements: [record], attendedDays: [] }, dayOf('2026-03-01')).length // 8
 */
export function placementWeeks(
  { placements, attendedDays }: PlacedPerson,
  cutOffDay: number,
): PlacementWeek[] {
  const attended = weekDaysOf(attendedDays);
  const found = new Map<string, Candidate>();
  for (const placement of placements.toSorted(inOrderOfCharge)) {
    const { commissioner, startsOn } = placement.data;
    const span = daysOf(placement, cutOffDay);
    for (let week = weekOfDay(dayOf(startsOn)); week <= weekOfDay(span.open.to); week += 1) {
      const days = openDaysIn(week, span);
      if (days === 0) continue;
      const key = `${week} ${commissioner}`;
      const charged = found.get(key);
      if (charged === undefined) {
        found.set(key, { week, placement, days, open: days, overlapping: false });
      } else {
        charged.overlapping ||= (charged.open & days) !== 0;
        charged.open |= days;
      }
    }
  }
  return Array.from(found.values(), (candidate) => chargedWeek(candidate, attended));
}

/** The days behind a week, as dates. */
export function datesOf(week: number, days: WeekDays): string[] {
  const monday = mondayOf(week);
  return [0, 1, 2, 3, 4, 5, 6].filter((i) => (days & (1 << i)) !== 0).map((i) => dateOfDay(monday + i));
}

/** A week and the placement it is charged to, with the days on which any of the placements was open. */
type Candidate = {
  readonly week: number;
  readonly placement: PlacementRecord;
  readonly days: WeekDays;
  open: WeekDays;
  overlapping: boolean;
};

type Span = { readonly from: number; readonly to: number };

function chargedWeek(
  { week, placement, days, overlapping }: Candidate,
  attendedIn: ReadonlyMap<number, WeekDays>,
): PlacementWeek {
  const attended = attendedIn.get(week) ?? 0;
  const afterPlannedEnd = dayOf(placement.data.plannedEndOn) < mondayOf(week);
  if (!overlapping && !afterPlannedEnd && attended !== 0)
    return { week, placement, days, attended, flags: NO_FLAGS };
  const flags: WeekFlag[] = [];
  if (overlapping) flags.push('overlapping-placements');
  if (afterPlannedEnd) flags.push('after-planned-end');
  if (attended === 0) flags.push('no-attendance');
  return { week, placement, days, attended, flags };
}

function inOrderOfCharge(a: PlacementRecord, b: PlacementRecord): number {
  return (
    Number(a.data.service === 'aftercare') - Number(b.data.service === 'aftercare') ||
    Number(a.data.funding === 'spot') - Number(b.data.funding === 'spot') ||
    inOrderOfStart(a, b)
  );
}

/** By start, then id, then provider: an order that does not depend on how placements arrived. */
export function inOrderOfStart(a: PlacementRecord, b: PlacementRecord): number {
  return compare(a.data.startsOn, b.data.startsOn) || compare(a.id, b.id) || compare(a.provider, b.provider);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The days on which a placement was open up to a day, and those on which it was suspended. */
function daysOf({ data }: PlacementRecord, cutOffDay: number): { open: Span; suspended: Span[] } {
  const to = data.endedOn === undefined ? cutOffDay : Math.min(dayOf(data.endedOn), cutOffDay);
  return {
    open: { from: dayOf(data.startsOn), to },
    suspended: (data.suspensions ?? []).map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) })),
  };
}

function openDaysIn(week: number, { open, suspended }: ReturnType<typeof daysOf>): WeekDays {
  return suspended.reduce((days, span) => days & ~daysWithin(week, span), daysWithin(week, open));
}

/** The days of a week from one day to another, both included. */
function daysWithin(week: number, { from, to }: Span): WeekDays {
  const first = Math.max(from, mondayOf(week)) - mondayOf(week);
  const last = Math.min(to, sundayOf(week)) - mondayOf(week);
  return first > last ? 0 : ((1 << (last - first + 1)) - 1) << first;
}

function weekDaysOf(days: readonly number[]): Map<number, WeekDays> {
  const byWeek = new Map<number, WeekDays>();
  for (const day of days) {
    const week = weekOfDay(day);
    byWeek.set(week, (byWeek.get(week) ?? 0) | (1 << (day - mondayOf(week))));
  }
  return byWeek;
}
