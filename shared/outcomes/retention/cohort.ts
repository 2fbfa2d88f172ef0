import type { RecordData } from '../../records/registry.ts';
import type { Journey, PersonHistory } from '../person-history.ts';

type Goal = RecordData['placement']['goal'];

/** A journey that has started, and when. */
export type Started = { readonly journey: Journey; readonly dayZero: number };

/** The journeys that have started whose first placement has one of `goals`. */
export function startedAs({ journeys }: PersonHistory, goals: readonly Goal[]): Started[] {
  return journeys.flatMap((journey) =>
    journey.dayZero !== undefined && goals.includes(journey.first.data.goal)
      ? [{ journey, dayZero: journey.dayZero }]
      : [],
  );
}
