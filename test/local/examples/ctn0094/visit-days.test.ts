import { expect, test } from 'vitest';
import { visitDays } from '../../../../local/examples/ctn0094/visit-days.ts';
import { aPerson, aPositive, aVisit } from './a-person.ts';

test('takes all visits of a day as one', () => {
  const visits = [aVisit(2, 12, { visit: 'WK1' }), aVisit(3, 12, { visit: 'WK2', what: 'no visit' })];
  expect(visitDays(aPerson({ visits }))).toEqual({ attended: [{ day: 12, visits }], absent: [] });
});

test.each(['visit', 'final', ''] as const)(
  'takes a day with "%s" and no reason against it as attended',
  (what) => {
    expect(visitDays(aPerson({ visits: [aVisit(2, 12, { what })] })).attended).toHaveLength(1);
  },
);

test.each([
  ['a reason against it', aVisit(2, 12, { against: 'is_in_jail' })],
  ['MISSING', aVisit(2, 12, { what: 'MISSING' })],
  ['no visit', aVisit(2, 12, { what: 'no visit' })],
])('takes a day with %s as missed', (_, visit) => {
  expect(visitDays(aPerson({ visits: [visit] }))).toEqual({
    attended: [],
    absent: [{ day: 12, visits: [visit] }],
  });
});

test('believes a positive urine or a withdrawal rating of the day against its rows', () => {
  const visits = [aVisit(2, 12, { against: 'is_no_show' }), aVisit(3, 19, { what: 'no visit' })];
  const ratings = [{ row: 'withdrawal.csv:2' as const, who: 10, when: 19 }];
  const { attended } = visitDays(aPerson({ visits, ratings, urine: [aPositive(2, 12)] }));
  expect(attended.map(({ day }) => day)).toEqual([12, 19]);
});

test('dates a missed visit without a day by its week from randomisation', () => {
  const visits = [aVisit(2, undefined, { visit: 'WK3', what: 'no visit' })];
  expect(visitDays(aPerson({ visits })).absent).toEqual([{ day: 5 + 21, visits }]);
});

test.each([
  ['its name is no week', aPerson({ visits: [aVisit(2, undefined, { visit: 'EOT', what: 'no visit' })] })],
  ['nobody was randomised', aPerson({ phases: [], visits: [aVisit(2, undefined, { what: 'no visit' })] })],
])('leaves a missed visit without a day where %s', (_, person) => {
  expect(visitDays(person).absent).toMatchObject([{ day: undefined }]);
});
