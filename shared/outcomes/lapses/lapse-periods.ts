import type { Period } from '../period.ts';
import type { PersonHistory } from '../person-history.ts';
import type { Placed } from '../placed.ts';
import { type Care, caresOf } from './care.ts';
import { episodesOf } from './episodes.ts';

/** How much of the time before a lapse it is compared with, in days. */
const BEFORE = { most: 28, least: 7 } as const;

/** Days in a row, both ends included. */
export type Days = { readonly from: number; readonly to: number };

/**
 * A time in which one lapse, or several at once, was open, and the time before it. The day on which it opened belongs
 * to neither: what is dated on it may have come before the lapse, and the test that found it is no answer to it. A
 * lapse that ended on that day has it alone.
 */
export type LapsePeriod = {
  readonly placement: Placed;
  readonly open: Days;
  /** Undefined when there are fewer than 7 days of it. */
  readonly before: Days | undefined;
};

/**
 * The periods of lapse that opened in the twelve months to the month's last day. A lapse that opens while another of
 * them is open is part of the same period, so that no day is in two. The time before goes back 28 days, but not beyond
 * the start of the care (day 0 of a journey, the first day of aftercare) or the end of an earlier lapse.
 */
export function lapsePeriods(history: PersonHistory, { windowFirstDay, lastDay }: Period): LapsePeriod[] {
  if (history.lapses.length === 0) return [];
  const found: { care: Care; opened: number; ended: number; clearFrom: number }[] = [];
  let clearFrom = -Infinity;
  for (const { openedDay: opened, care, ending } of episodesOf(caresOf(history), lastDay)) {
    const ended = Math.max(opened, ending.day);
    const last = found.at(-1);
    if (last !== undefined && opened <= last.ended) last.ended = Math.max(last.ended, ended);
    else if (opened >= windowFirstDay) found.push({ care, opened, ended, clearFrom });
    clearFrom = Math.max(clearFrom, ended + 1);
  }
  return found.map(({ care, opened, ended, clearFrom: earliest }) => {
    const from = Math.max(opened - BEFORE.most, earliest, startOf(care, history));
    return {
      placement: care.first,
      open: { from: Math.min(opened + 1, ended), to: ended },
      before: opened - from < BEFORE.least ? undefined : { from, to: opened - 1 },
    };
  });
}

function startOf({ first }: Care, { journeys }: PersonHistory): number {
  if (first.data.service === 'aftercare') return first.startDay;
  return journeys.find((journey) => journey.first === first)?.dayZero ?? Infinity;
}
