import { londonDay } from '../../records/london.ts';
import { lapseAsAt, placementAsAt } from '../as-at.ts';
import { belongsTo } from '../belonging.ts';
import type { Fact } from '../person-history.ts';
import type { PersonRecords } from '../person-records.ts';
import { inOrder, placed, type Placed } from '../placed.ts';

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
  const placements = inOrder(
    own.flatMap((record) => {
      const data = record.type === 'placement' ? placementAsAt(record.data, date) : undefined;
      return data === undefined ? [] : [placed(record.id, data)];
    }),
  );
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

/** An order that does not depend on how the records arrived. */
const byDay = <F extends { readonly day: number; readonly id: string }>(facts: readonly F[]): F[] =>
  facts.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
