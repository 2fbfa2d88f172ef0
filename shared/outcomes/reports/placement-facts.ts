import { dayOf } from '../../records/london.ts';
import type { RecordData } from '../../records/registry.ts';
import type { PersonRecords } from '../person-records.ts';
import type { Placed } from '../placed.ts';
import { type AttendanceFacts, attendanceFacts } from './attendance-facts.ts';
import { type FactsOn, factsOn } from './facts-on.ts';
import { type FamilyFacts, familyFacts } from './family-facts.ts';
import { type LapseFacts, lapseFacts } from './lapse-facts.ts';
import { type ReviewFacts, reviewFacts } from './review-facts.ts';
import { type TestFacts, testFacts } from './test-facts.ts';
import { type TopicFacts, topicFacts } from './topic-facts.ts';

type Placement = RecordData['placement'];

/** What of a placement itself its referrer is told: nothing of who pays or of what else is known of the person. */
export type ToldPlacement = Pick<
  Placement,
  'service' | 'goal' | 'referredOn' | 'startsOn' | 'plannedEndOn' | 'endedOn' | 'endReason'
> & { readonly suspensions: NonNullable<Placement['suspensions']> };

/** Everything that a report on one placement of one person says; no reference of anybody else is in it. */
export type PlacementFacts = {
  readonly personRef: string;
  /** The provider's id of the placement. */
  readonly id: string;
  /** The London date at whose end all of it is known. */
  readonly date: string;
  readonly placement: ToldPlacement;
  readonly attendance: AttendanceFacts;
  readonly tests: readonly TestFacts[];
  readonly lapses: readonly LapseFacts[];
  readonly family: FamilyFacts;
  readonly topics: readonly TopicFacts[];
  readonly reviews: readonly ReviewFacts[];
};

/**
 * The facts of one placement for its referrer, from the person's records alone.
 *
 * @param date the London date of the report; what is dated later does not exist yet
 * @returns undefined where the person has no such placement by then
 */
export function placementFacts(person: PersonRecords, id: string, date: string): PlacementFacts | undefined {
  const all = factsOn(person, date);
  const placement = all.placements.find((each) => each.id === id);
  if (placement === undefined) return undefined;
  const own = ofPlacement(all, placement);
  const { service } = placement.data;
  return {
    personRef: person.personRef,
    id,
    date,
    placement: toldOf(placement),
    attendance: attendanceFacts(own.sessions),
    tests: testFacts(own.tests),
    lapses: lapseFacts(own, Math.min(dayOf(date), placement.endDay)),
    family: familyFacts(own.sessions),
    topics: topicFacts(own.sessions, service),
    reviews: own.reviews.map(reviewFacts),
  };
}

function ofPlacement({ sessions, tests, lapses, reviews }: FactsOn, { id }: Placed) {
  const isOwn = (fact: { readonly placement: Placed | undefined }) => fact.placement?.id === id;
  return {
    sessions: sessions.filter(isOwn),
    tests: tests.filter(isOwn),
    lapses: lapses.filter(isOwn),
    reviews: reviews.filter(isOwn),
  };
}

function toldOf({ data }: Placed): ToldPlacement {
  const { service, goal, referredOn, startsOn, plannedEndOn, endedOn, endReason, suspensions = [] } = data;
  return {
    ...{ service, goal, referredOn, startsOn, plannedEndOn, suspensions },
    ...(endedOn !== undefined && endReason !== undefined && { endedOn, endReason }),
  };
}
