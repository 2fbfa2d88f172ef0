import type { Stay } from '../journeys.ts';
import type { Fact, PersonHistory, Recorded } from '../person-history.ts';
import type { Placed } from '../placed.ts';

/** A time in which a lapse is managed: a journey, or a placement in aftercare, with what was recorded of it. */
export type Care = Recorded & Pick<Stay, 'first' | 'end'>;

/** All times of care of a person. What happened after the end of one is no part of it. */
export function caresOf(history: PersonHistory): Care[] {
  const aftercare = history.placements.filter(({ data }) => data.service === 'aftercare');
  return [...history.journeys, ...aftercare.map((placement) => aftercareOf(placement, history))];
}

function aftercareOf(placement: Placed, { sessions, tests, lapses }: PersonHistory): Care {
  const { startDay, endDay, data } = placement;
  const within = (fact: Fact<'session' | 'test' | 'lapse'>): boolean =>
    fact.placement === placement && fact.day >= startDay && fact.day <= endDay;
  return {
    first: placement,
    end: data.endReason === undefined ? undefined : { day: endDay, reason: data.endReason },
    sessions: sessions.filter(within),
    tests: tests.filter(within),
    lapses: lapses.filter(within),
  };
}
