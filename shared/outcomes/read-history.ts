import { londonDay } from '../records/london.ts';
import { lapseAsAt } from './as-at.ts';
import { belongsTo, type Named } from './belonging.ts';
import { byDay } from './by-day.ts';
import { canonical } from './canonical.ts';
import { staysOf, type Stay } from './journeys.ts';
import type { Fact, Journey, PersonHistory } from './person-history.ts';
import type { PersonRecords } from './person-records.ts';
import type { Period } from './period.ts';
import type { Placed } from './placed.ts';
import { placementsAsAt } from './placements-as-at.ts';
import { GAP_DAYS } from './settings.ts';

/** A person's history for one commissioner and the input it was made of, one line a record, for the fingerprint. */
export type Reading = { readonly history: PersonHistory; readonly input: readonly string[] };

/**
 * Reads one person's records, in any order, as one commissioner's history at the month's last day. Undefined when
 * the person has no placement of this commissioner that was known then and had not ended before `endedFromDay`:
 * whether somebody was read for another reason must not move a figure or the fingerprint.
 */
export function readHistory(
  { provider, personRef, records, reports = [] }: PersonRecords,
  commissioner: string,
  period: Period,
  endedFromDay: number,
): Reading | undefined {
  const known = placementsAsAt(records, period.lastDate);
  const ours = known.filter(({ data }) => data.commissioner === commissioner);
  if (!ours.some(({ endDay }) => endDay >= endedFromDay)) return undefined;

  const started = known.filter(({ startDay }) => startDay <= period.lastDay);
  const sessions: Fact<'session'>[] = [];
  const tests: Fact<'test'>[] = [];
  const lapses: Fact<'lapse'>[] = [];
  const milestones: Fact<'milestone'>[] = [];
  const reviews: Fact<'review'>[] = [];
  const input = known.map((placement) => inputOf(placement, commissioner, period));

  /** Keeps what happened by the month's last day and belongs to this commissioner; says whether it did. */
  const keep = <Data>(
    facts: { id: string; day: number; data: Data; placement: Placed | undefined }[],
    id: string,
    day: number,
    data: Data,
    named?: Named,
  ): boolean => {
    if (day > period.lastDay) return false;
    const placement = belongsTo(started, day, named);
    if ((placement?.data.commissioner ?? named?.commissioner) !== commissioner) return false;
    facts.push({ id, day, data, placement });
    return true;
  };

  for (const record of records) {
    const { type, id, data } = record;
    if (type === 'lapse') {
      const cut = lapseAsAt(data, period.lastDate);
      if (cut !== undefined && keep(lapses, id, londonDay(cut.openedOn), cut))
        input.push(`lapse#${id}#${canonical(cut)}`);
      continue;
    }
    const kept =
      (type === 'session' && keep(sessions, id, londonDay(data.startsAt), data, data)) ||
      (type === 'test' && keep(tests, id, londonDay(data.collectedAt), data)) ||
      (type === 'milestone' && keep(milestones, id, londonDay(data.reachedOn), data, data)) ||
      (type === 'review' && keep(reviews, id, londonDay(data.reviewedOn), data));
    if (kept) input.push(`${type}#${id}#${record.hash}`);
  }

  const ids = new Set(ours.map(({ id }) => id));
  const issued = reports
    .map(({ at, placement }) => ({ day: londonDay(at), placement }))
    .filter(({ day, placement }) => day <= period.lastDay && ids.has(placement))
    .toSorted((a, b) => a.day - b.day || (a.placement < b.placement ? -1 : 1));
  input.push(...issued.map(({ day, placement }) => `report#${placement}#${day}`));
  const recorded = {
    sessions: byDay(sessions),
    tests: byDay(tests),
    lapses: byDay(lapses),
  };
  return {
    input,
    history: {
      who: `${provider}/${personRef}`,
      provider,
      placements: ours.filter(({ startDay }) => startDay <= period.lastDay),
      waiting: ours
        .filter(({ startDay }) => startDay > period.lastDay)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      journeys: staysOf(started, GAP_DAYS)
        .filter((stay) => stay.commissioner === commissioner)
        .map((stay) => journeyOf(stay, recorded)),
      ...recorded,
      milestones: byDay(milestones),
      reviews: byDay(reviews),
      reports: issued,
    },
  };
}

/**
 * Of another commissioner's placement only what decides where records and journeys belong. One that has not started
 * waits, whenever it is to start.
 */
function inputOf({ id, data, startDay }: Placed, commissioner: string, { lastDay }: Period): string {
  const startsOn = startDay <= lastDay ? data.startsOn : 'waiting';
  if (data.commissioner === commissioner) return `placement#${id}#${canonical({ ...data, startsOn })}`;
  const { service, endedOn = '', endReason = '' } = data;
  return `placement#${id}#${data.commissioner}#${service}#${startsOn}#${endedOn}#${endReason}`;
}

function journeyOf(stay: Stay, recorded: Pick<PersonHistory, 'sessions' | 'tests' | 'lapses'>): Journey {
  const lastDay = stay.end?.day ?? Infinity;
  const within = ({ day, placement }: { day: number; placement: Placed | undefined }): boolean =>
    placement !== undefined && stay.placements.includes(placement) && day >= stay.startDay && day <= lastDay;
  const sessions = recorded.sessions.filter(within);
  return {
    ...stay,
    sessions,
    tests: recorded.tests.filter(within),
    lapses: recorded.lapses.filter(within),
    dayZero: sessions.find(({ data }) => data.attendance === 'attended' && data.kind !== 'telephone')?.day,
  };
}
