import type { TrialPerson } from './trial-people.ts';
import type { TrialRow } from './trial-rows.ts';

/** The visits of one day, or one that has none. */
export type VisitDay = {
  /** Days from consent; undefined where neither the row nor the protocol tells. */
  readonly day: number | undefined;
  readonly visits: readonly TrialRow<'visit'>[];
};

/** A day that is known. */
export type KnownDay = VisitDay & { readonly day: number };

/**
 * The days on which somebody was seen, and the visits that did not happen. All visits of one day are one: it was
 * attended when a row says so without giving a reason against it, or when the day left a trace, a positive urine
 * or a withdrawal rating, whatever its rows say. A visit without a day did not happen; it was due in its week.
 */
export function visitDays({ visits, urine, ratings, phases }: TrialPerson): {
  readonly attended: KnownDay[];
  readonly absent: VisitDay[];
} {
  const traces = new Set([...urine, ...ratings].map(({ when }) => when));
  const attended: KnownDay[] = [];
  const absent: VisitDay[] = [];
  for (const [day, ofDay] of Map.groupBy(visits, ({ when }) => when)) {
    if (day === undefined) absent.push(...byDueDay(ofDay, phases[0]?.startDay));
    else if (traces.has(day) || ofDay.some(saysAttended)) attended.push({ day, visits: ofDay });
    else absent.push({ day, visits: ofDay });
  }
  return { attended: attended.sort((a, b) => a.day - b.day), absent };
}

function saysAttended(visit: TrialRow<'visit'>): boolean {
  const against = [
    ...[visit.is_no_show, visit.is_in_jail, visit.is_in_hospital, visit.is_illness],
    ...[visit.is_moved, visit.is_left_study, visit.is_missing_14_consecutive],
  ];
  return ['visit', 'final', ''].includes(visit.what) && !against.includes(true);
}

function byDueDay(visits: readonly TrialRow<'visit'>[], startDay: number | undefined): VisitDay[] {
  const byDay = Map.groupBy(visits, ({ visit }) => dueDay(visit, startDay));
  return [...byDay].flatMap(([day, due]): VisitDay[] =>
    day === undefined ? due.map((visit) => ({ day, visits: [visit] })) : [{ day, visits: due }],
  );
}

/** Visit `WK7` is due seven weeks after randomisation. */
function dueDay(visit: string, startDay: number | undefined): number | undefined {
  const [, week] = /^WK(\d+)$/.exec(visit) ?? [];
  return week === undefined || startDay === undefined ? undefined : startDay + Number(week) * 7;
}
