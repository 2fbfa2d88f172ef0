import { expect, test } from 'vitest';
import { cohortOf } from '../../shared/outcomes/cohort.ts';
import { mapValues } from '../../shared/outcomes/map-values.ts';
import { periodOf } from '../../shared/outcomes/period.ts';
import { dayOf } from '../../shared/records/london.ts';

const unit = (date: string, passes = true) => ({ who: date, day: dayOf(date), passes });

/** The earlier periods of a month, as numbers of units. */
function earlier(every: 'month' | 'quarter', month: string, ...dates: string[]): Record<string, number> {
  const units = dates.map((date) => unit(date));
  return mapValues(
    cohortOf({ every }, units, periodOf(month)).earlier,
    ({ denominator }) => denominator.count,
  );
}

test('the months before the own in two years, as far as there are any', () => {
  const dates = ['2026-10-01', '2026-09-30', '2026-07-01', '2026-07-31', '2024-11-01', '2024-10-31'];
  // October is the own month, and October 2024 lies before the twenty-four.
  expect(earlier('month', '2026-10', ...dates)).toEqual({ '2024-11': 1, '2026-07': 2, '2026-09': 1 });
});

test('the quarters before the own, and none in a month that ends no quarter', () => {
  // The twenty-four months to September 2026 begin on 1 October 2024.
  const dates = [
    '2026-09-30',
    '2026-07-01',
    '2026-06-30',
    '2026-04-01',
    '2026-02-01',
    '2024-10-01',
    '2024-09-30',
  ];
  expect(earlier('quarter', '2026-09', ...dates)).toEqual({ '2024-Q4': 1, '2026-Q1': 1, '2026-Q2': 2 });
  expect(earlier('quarter', '2026-10', ...dates)).toEqual({});
});

test('with the own they are all of the twelve months', () => {
  const units = [unit('2026-10-05'), unit('2026-09-05', false), unit('2026-01-05')];
  const { point, matured, earlier: before } = cohortOf({ every: 'month' }, units, periodOf('2026-10'));
  expect([point?.denominator.count, Object.keys(before).length, matured.denominator.count]).toEqual([
    1, 2, 3,
  ]);
  expect(mapValues(before, ({ numerator }) => numerator.count)).toEqual({ '2026-01': 1, '2026-09': 0 });
});
