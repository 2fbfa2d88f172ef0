import { londonDay } from '../../records/london.ts';
import { lapseAsAt } from '../as-at.ts';
import { belongsTo } from '../belonging.ts';
import { byDay } from '../by-day.ts';
import type { Fact } from '../person-history.ts';
import type { PersonRecords } from '../person-records.ts';
import type { Placed } from '../placed.ts';
import { placementsAsAt } from '../placements-as-at.ts';

/** What belongs to a person's placements at the end of a day, whoever pays for them; each kind by day, then id. */
export type FactsOn = {
  /** Those that were referred by then, by start. */
  readonly placements: readonly Placed[];
  readonly sessions: readonly Fact<'session'>[];
  readonly tests: readonly Fact<'test'>[];
  readonly lapses: readonly Fact<'lapse'>[];
  readonly reviews: readonly Fact<'review'>[];
};

/**
 * A person's records as known at the end of a London date, each with the placement it belongs to. What is dated
 * later, planned sessions among it, does not exist yet; a record that names somebody else or nobody is none of theirs.
 *
 * @param date the London date, `2026-10-31`
 */
export function factsOn({ personRef, records }: PersonRecords, date: string): FactsOn {
  const own = records.filter(({ data }) => 'personRef' in data && data.personRef === personRef);
  const today = londonDay(date);
  const placements = placementsAsAt(own, date);
  const started = placements.filter(({ startDay }) => startDay <= today);
  const [sessions, tests, lapses, reviews]: [
    Fact<'session'>[],
    Fact<'test'>[],
    Fact<'lapse'>[],
    Fact<'review'>[],
  ] = [[], [], [], []];

  for (const { type, id, data } of own) {
    if (type === 'session') {
      const day = londonDay(data.startsAt);
      if (day <= today) sessions.push({ id, day, data, placement: belongsTo(started, day, data) });
    } else if (type === 'test') {
      const day = londonDay(data.collectedAt);
      if (day <= today) tests.push({ id, day, data, placement: belongsTo(started, day) });
    } else if (type === 'review') {
      const day = londonDay(data.reviewedOn);
      if (day <= today) reviews.push({ id, day, data, placement: belongsTo(started, day) });
    } else if (type === 'lapse') {
      const cut = lapseAsAt(data, date);
      if (cut === undefined) continue;
      const day = londonDay(cut.openedOn);
      lapses.push({ id, day, data: cut, placement: belongsTo(started, day) });
    }
  }
  return {
    placements,
    sessions: byDay(sessions),
    tests: byDay(tests),
    lapses: byDay(lapses),
    reviews: byDay(reviews),
  };
}
