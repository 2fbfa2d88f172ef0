import { expect, test } from 'vitest';
import { cohortOf } from '../../shared/outcomes/cohort.ts';
import { periodOf } from '../../shared/outcomes/period.ts';
import { dayOf } from '../../shared/records/london.ts';

const unit = (date: string, passes = true) => ({ who: date, day: dayOf(date), passes });

/** The earlier periods of a month, as numbers of units. */
const earlier = (every: 'month' | 'quarter', month: string, ...dates: string[]): number[] =>
  cohortOf(
    { every },
    dates.map((date) => unit(date)),
    periodOf(month),
  ).earlier.map(({ denominator }) => denominator.count);

test('the months before the own, in order, as far as there are any', () => {
  const dates = ['2026-10-01', '2026-09-30', '2026-07-01', '2026-07-31', '2025-11-01', '2025-10-31'];
  // November 2025, July and September 2026; October is the own month and October 2025 before the twelve.
  expect(earlier('month', '2026-10', ...dates)).toEqual([1, 2, 1]);
});

test('the quarters before the own, and none in a month that ends no quarter', () => {
  // The twelve months to September 2026: of the last quarter of 2025, of the first and the second of 2026.
  const dates = ['2026-09-30', '2026-07-01', '2026-06-30', '2026-04-01', '2026-02-01', '2025-10-01'];
  expect(earlier('quarter', '2026-09', ...dates)).toEqual([1, 1, 2]);
  expect(earlier('quarter', '2026-10', ...dates)).toEqual([]);
});

test('with the own they are all of the twelve months', () => {
  const units = [unit('2026-10-05'), unit('2026-09-05', false), unit('2026-01-05')];
  const { point, matured, earlier: before } = cohortOf({ every: 'month' }, units, periodOf('2026-10'));
  expect([point?.denominator.count, before.length, matured.denominator.count]).toEqual([1, 2, 3]);
  expect(before.map(({ numerator }) => numerator.count)).toEqual([1, 0]);
});
