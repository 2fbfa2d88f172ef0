import { expect, test } from 'vitest';
import { documentOf } from '../../support/compute.ts';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

const START = '2026-03-02';

type Group = { readonly of: number; readonly leave: number };

/** So many women and men, and others, who all start on one day; so many of each leave on 1 April, by day 30. */
type Crowd = {
  readonly female: Group;
  readonly male: Group;
  readonly other?: Group;
  readonly notStated?: Group;
};

function comparisons(crowd: Crowd, disclosure: 'lt5' | 'hes7round5' = 'lt5') {
  const nobody: Group = { of: 0, leave: 0 };
  const { female, male, other = nobody, notStated = nobody } = crowd;
  const groups = [
    ['female', female] as const,
    ['male', male] as const,
    ['other', other] as const,
    ['not-stated', notStated] as const,
  ];
  const people = groups.flatMap(([sex, group]) =>
    Array.from({ length: group.of }, (_, index): PersonRecords => {
      const personRef = `${sex}-${index}`;
      const ended: { endedOn?: string; endReason?: 'left' } =
        index < group.leave ? { endedOn: '2026-04-01', endReason: 'left' } : {};
      return aPerson(
        aPlacement({ personRef, sex, startsOn: START, ...ended }),
        aSession({ personRef, on: START }),
      );
    }),
  );
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure };
  return documentOf({ people, commissioner }).measures['abstinence-retention']?.comparisons;
}

test('two groups of whom all is shown are compared', () => {
  const told = comparisons({ female: { of: 40, leave: 20 }, male: { of: 40, leave: 10 } });
  // On the one day of events 30 of 80 leave. Expected of the women are 15; the variance is 30 × 50/79 × 1/4, which is
  // 4.7468, and (20 − 15)² over it 5.2667.
  expect(told?.['sex']?.groups).toEqual(['female', 'male']);
  expect(told?.['sex']?.statistic).toBeCloseTo(5.26667, 5);
});

test('two groups are compared, whoever does not state theirs, and three are not', () => {
  const two = { female: { of: 40, leave: 20 }, male: { of: 40, leave: 10 } };
  const told = comparisons({ ...two, notStated: { of: 40, leave: 30 } })?.['sex'];
  expect(told?.groups).toEqual(['female', 'male']);
  expect(told?.statistic).toBeCloseTo(5.26667, 5);
  expect(comparisons({ ...two, other: { of: 40, leave: 30 } })?.['sex']).toBeUndefined();
});

test('nothing is told of a comparison with a group of which something is withheld', () => {
  expect(comparisons({ female: { of: 40, leave: 20 }, male: { of: 40, leave: 3 } })?.['sex']).toBeUndefined();
  expect(comparisons({ female: { of: 40, leave: 3 }, male: { of: 40, leave: 20 } })?.['sex']).toBeUndefined();
  expect(comparisons({ female: { of: 40, leave: 20 }, male: { of: 4, leave: 0 } })?.['sex']).toBeUndefined();
});

test('nothing is told where one of the two groups is shown whole and the other is not', () => {
  // Three men left and three of those not stated: of both the events are withheld, of the women nothing.
  const few = { of: 40, leave: 3 };
  expect(comparisons({ female: { of: 40, leave: 20 }, male: few, notStated: few })?.['sex']).toBeUndefined();
});

test('nothing is told of any comparison where counts are rounded: they could be had from it', () => {
  expect(
    comparisons({ female: { of: 40, leave: 20 }, male: { of: 40, leave: 10 } }, 'hes7round5'),
  ).toBeUndefined();
});
