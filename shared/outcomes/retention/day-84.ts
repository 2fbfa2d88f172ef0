import type { CohortUnit } from '../cohort.ts';
import type { Dimensions } from '../dimensions.ts';
import type { Spell } from '../figures/spell.ts';
import type { Period } from '../period.ts';
import type { PersonHistory } from '../person-history.ts';
import { startedAs, type Started } from './cohort.ts';
import { RETENTION } from './reporting.ts';

const { headlineDay } = RETENTION;

/** How long before the month's last day a journey may have ended and still have its day 84 in the twenty-four months. */
export const RETENTION_LOOK_BACK_DAYS = 2 * 366 + headlineDay;

/** The started journeys with one of `goals` whose day 0 lies in the twelve months, or whose day 84 lies in them or the twelve before. */
export function startedOrMatured(
  history: PersonHistory,
  { windowFirstDay, beforeFirstDay }: Period,
  goals: Parameters<typeof startedAs>[1],
): (Started & { readonly inWindow: boolean })[] {
  return startedAs(history, goals)
    .filter(({ dayZero }) => dayZero + headlineDay >= beforeFirstDay)
    .map((started) => ({ ...started, inWindow: started.dayZero >= windowFirstDay }));
}

/**
 * A journey as it is compared over time: on its day 84 it is known whether none of `events` ended it by then. Who
 * ended as planned before passes, where a Kaplan–Meier estimate follows them until then only. None before day 84.
 */
export function day84Of(
  { who, time, end, provisional }: Spell,
  { dayZero, dimensions }: { readonly dayZero: number; readonly dimensions: Dimensions },
  events: readonly string[],
  { lastDay }: Period,
): { readonly unit?: CohortUnit } {
  const day = dayZero + headlineDay;
  if (day > lastDay) return {};
  const ended = end !== undefined && time <= headlineDay;
  return {
    unit: {
      who,
      dimensions,
      day,
      passes: !(ended && events.includes(end)),
      provisional: provisional && time <= headlineDay,
    },
  };
}

/** The units among observations of which some have one. */
export function unitsOf(seen: readonly { readonly unit?: CohortUnit }[]): CohortUnit[] {
  return seen.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
}
