import type { RecordData } from '../records/registry.ts';
import type { Placed } from './placed.ts';

type EndReason = NonNullable<RecordData['placement']['endReason']>;

/** A person's placements on the day programme that belong together, of one commissioner. */
export type Stay = {
  readonly commissioner: string;
  /** In order of start; never empty. */
  readonly placements: readonly Placed[];
  readonly first: Placed;
  readonly startDay: number;
  /** Its last day and why; undefined while it is open. */
  readonly end: { readonly day: number; readonly reason: EndReason } | undefined;
};

/**
 * The journeys of one person at one provider, of every commissioner: placements on the day programme that overlap,
 * or that start at most `gapDays` after an end other than `completed`. What starts on or after a completion is a new
 * journey; where the commissioner changes, the journey ends as `transferred` on the day it ended or, if that was
 * later, on the day the next commissioner's placement started.
 *
 * `placements` are in order (`inOrder`) and have all started; aftercare among them is passed over.
 */
export function staysOf(placements: readonly Placed[], gapDays: number): Stay[] {
  const stays: Stay[] = [];
  let current: Placed[] = [];
  for (const next of placements) {
    if (next.data.service !== 'day-programme') continue;
    const last = latestEnding(current);
    if (last !== undefined && !continues(next, last, gapDays)) {
      stays.push(...closed(current, endOf(last)));
      current = [];
    } else if (last !== undefined && last.data.commissioner !== next.data.commissioner) {
      const day = Math.min(last.endDay, next.startDay);
      stays.push(...closed(current, { day, reason: 'transferred' }));
      current = [];
    }
    current.push(next);
  }
  const last = latestEnding(current);
  if (last !== undefined) stays.push(...closed(current, endOf(last)));
  return stays;
}

/** The placement whose end is the journey's: the latest; of several on one day the one that started last. */
function latestEnding(placements: readonly Placed[]): Placed | undefined {
  return placements.reduce<Placed | undefined>(
    (latest, candidate) => (latest === undefined || candidate.endDay >= latest.endDay ? candidate : latest),
    undefined,
  );
}

function continues(next: Placed, last: Placed, gapDays: number): boolean {
  return last.data.endReason === 'completed'
    ? next.startDay < last.endDay
    : next.startDay - last.endDay <= gapDays;
}

function endOf({ endDay, data }: Placed): Stay['end'] {
  return data.endReason === undefined ? undefined : { day: endDay, reason: data.endReason };
}

function closed(placements: readonly Placed[], end: Stay['end']): Stay[] {
  const [first] = placements;
  if (first === undefined) return [];
  return [{ commissioner: first.data.commissioner, placements, first, startDay: first.startDay, end }];
}
