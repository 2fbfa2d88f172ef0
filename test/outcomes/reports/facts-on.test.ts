import { describe, expect, test } from 'vitest';
import { mapValues } from '../../../shared/outcomes/map-values.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { factsOn } from '../../../shared/outcomes/reports/facts-on.ts';
import {
  aFamilySession,
  aLapse,
  aPerson,
  aPlacement,
  aReview,
  aSession,
  aTest,
} from '../../support/records.ts';

const placement = aPlacement({ id: 'P', startsOn: '2026-01-05' });

/** What is known of a person at the end of 27 March 2026, each record by its id and the placement it belongs to. */
function known(...records: StoredRecord[]): Record<string, string[]> {
  const { placements, ...facts } = factsOn(aPerson(placement, ...records), '2026-03-27');
  return {
    placements: placements.map(({ id }) => id),
    ...mapValues(facts, (some) => some.map((one) => `${one.id} of ${one.placement?.id ?? 'none'}`)),
  };
}

const nothing = { placements: ['P'], sessions: [], tests: [], lapses: [], reviews: [] };

test('of somebody of whom there is a placement alone nothing else is known', () => {
  expect(known()).toEqual(nothing);
});

test('what happened on the day is known, what is dated later is not', () => {
  expect(
    known(
      aSession({ id: 'S-today', on: '2026-03-27' }),
      aSession({ id: 'S-planned', on: '2026-03-28' }),
      aTest({ id: 'T-today', on: '2026-03-27' }),
      aTest({ id: 'T-later', on: '2026-03-28' }),
      aReview({ id: 'R-today', reviewedOn: '2026-03-27' }),
      aReview({ id: 'R-later', reviewedOn: '2026-03-28' }),
      aLapse({ id: 'L-today', openedOn: '2026-03-27' }),
      aLapse({ id: 'L-later', openedOn: '2026-03-28' }),
    ),
  ).toEqual({
    placements: ['P'],
    sessions: ['S-today of P'],
    tests: ['T-today of P'],
    lapses: ['L-today of P'],
    reviews: ['R-today of P'],
  });
});

test('a lapse that ended later is open still', () => {
  const lapse = aLapse({ openedOn: '2026-03-20', outcome: 'recovered', returnedOn: '2026-03-28' });
  const { lapses } = factsOn(aPerson(placement, lapse), '2026-03-27');
  expect(lapses).toMatchObject([{ data: { openedOn: '2026-03-20', outcome: 'open' } }]);
  expect(lapses[0]?.data).not.toHaveProperty('returnedOn');
});

test('each kind is by day, whatever the order in which it came', () => {
  const records = ['2026-03-02', '2026-02-02', '2026-02-16'].flatMap((on) => [
    aSession({ id: `S-${on}`, on }),
    aReview({ id: `R-${on}`, reviewedOn: on }),
  ]);
  expect(known(...records)).toMatchObject({
    sessions: ['S-2026-02-02 of P', 'S-2026-02-16 of P', 'S-2026-03-02 of P'],
    reviews: ['R-2026-02-02 of P', 'R-2026-02-16 of P', 'R-2026-03-02 of P'],
  });
});

test('a record that names somebody else, or nobody, is none of theirs', () => {
  expect(
    known(
      aPlacement({ id: 'P-2', personRef: 'P2' }),
      aSession({ personRef: 'P2' }),
      aTest({ personRef: 'P2' }),
      aReview({ personRef: 'P2' }),
      aLapse({ personRef: 'P2' }),
      aFamilySession(),
    ),
  ).toEqual(nothing);
});

describe('a placement that has not started', () => {
  const next = (startsOn: string) => aPlacement({ id: 'P-next', referredOn: '2026-03-20', startsOn });
  const named = aSession({ id: 'S', on: '2026-03-27', placement: 'P-next' });

  test('is known of once it was referred, and nothing belongs to it, though it is named', () => {
    expect(known(next('2026-03-28'), named)).toMatchObject({
      placements: ['P', 'P-next'],
      sessions: ['S of P'],
    });
  });

  test('has what happened on the day on which it starts', () => {
    expect(known(next('2026-03-27'), named)).toMatchObject({ sessions: ['S of P-next'] });
  });
});
