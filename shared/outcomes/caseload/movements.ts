import type { RecordData } from '../../records/registry.ts';
import type { Period } from '../period.ts';
import type { Journey, PersonHistory } from '../person-history.ts';
import type { Placed } from '../placed.ts';
import { GAP_DAYS } from '../settings.ts';

type Reason = NonNullable<RecordData['placement']['endReason']>;

/** Why a journey ends, in printing order. */
export const EXIT_REASONS = [
  'completed',
  'transferred',
  'referred-on',
  'left',
  'withdrawn',
  'died',
] as const satisfies readonly Reason[];

/** One thing that happened to somebody in a month, or that they are. */
export type Movement = {
  readonly is:
    | 'in-treatment'
    | 'referred'
    | 'waiting'
    | 'started'
    | 're-opened'
    | `exits-${Reason}`
    | 'ended-not-started';
  /** What is sent later may yet undo it. */
  readonly provisional: boolean;
};

/**
 * What happened to somebody on the day programme in a month, and whether they wait for it on its last day. Referred
 * and waiting are said once a person; the rest once for each journey or placement.
 */
export function movementsOf(history: PersonHistory, period: Period): Movement[] {
  const { journeys } = history;
  const certain = (is: Movement['is'], times: number): Movement[] =>
    new Array<Movement>(times).fill({ is, provisional: false });
  return [
    ...certain('referred', isReferred(history, period) ? 1 : 0),
    ...certain('waiting', isWaiting(history) ? 1 : 0),
    ...certain('started', journeys.filter(({ dayZero }) => isIn(period, dayZero)).length),
    ...certain('re-opened', journeys.flatMap(reopeningsOf).filter((day) => isIn(period, day)).length),
    ...journeys.flatMap((journey) => exitOf(journey, period)),
  ];
}

function isIn({ firstDay, lastDay }: Period, day: number | undefined): boolean {
  return day !== undefined && day >= firstDay && day <= lastDay;
}

function isReferred({ placements, waiting }: PersonHistory, { month }: Period): boolean {
  return [...placements, ...waiting].some(
    (placement) => isProgramme(placement) && placement.data.referredOn.startsWith(month),
  );
}

function isProgramme({ data }: Placed): boolean {
  return data.service === 'day-programme';
}

/** Who is on the programme does not wait, whatever is planned to follow. */
function isWaiting({ journeys, waiting }: PersonHistory): boolean {
  const open = journeys.filter(({ end }) => end === undefined);
  if (open.some(({ dayZero }) => dayZero !== undefined)) return false;
  return open.length > 0 || waiting.some(isProgramme);
}

/** The days on which a placement took up the journey again after all before it had ended. */
function reopeningsOf({ placements }: Journey): number[] {
  let lastEnd = -Infinity;
  return placements.flatMap(({ startDay, endDay }, index) => {
    const reopens = index > 0 && startDay > lastEnd;
    lastEnd = Math.max(lastEnd, endDay);
    return reopens ? [startDay] : [];
  });
}

/** A journey that was never started is no exit of somebody in treatment. */
function exitOf({ dayZero, end }: Journey, period: Period): Movement[] {
  if (end === undefined || !isIn(period, end.day)) return [];
  if (dayZero === undefined) return [{ is: 'ended-not-started', provisional: mayGoOn(end, period) }];
  return [{ is: `exits-${end.reason}`, provisional: mayGoOn(end, period) }];
}

/** Whether a placement that is not known yet would continue the journey. */
export function mayGoOn({ day, reason }: NonNullable<Journey['end']>, { lastDay }: Period): boolean {
  return reason !== 'completed' && reason !== 'died' && lastDay - day < GAP_DAYS;
}
