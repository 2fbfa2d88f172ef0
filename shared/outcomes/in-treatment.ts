import type { Period } from './period.ts';
import type { PersonHistory } from './person-history.ts';
import type { Placed } from './placed.ts';

/**
 * Whether somebody was in treatment in a month: on at least one day in it between day 0 and the end of a journey, or
 * with an aftercare placement open.
 */
export function inTreatment({ journeys, placements }: PersonHistory, period: Period): boolean {
  return (
    journeys.some(
      ({ dayZero, end }) => dayZero !== undefined && overlaps(dayZero, end?.day ?? Infinity, period),
    ) ||
    placements.some(
      ({ data, startDay, endDay }) => data.service === 'aftercare' && overlaps(startDay, endDay, period),
    )
  );
}

/** The placement that stands for somebody in a month: of those open in it the one that started last. */
export function placementInMonth({ placements }: PersonHistory, period: Period): Placed | undefined {
  return (
    placements.findLast(({ startDay, endDay }) => overlaps(startDay, endDay, period)) ?? placements.at(-1)
  );
}

function overlaps(from: number, to: number, { firstDay, lastDay }: Period): boolean {
  return from <= lastDay && to >= firstDay;
}
