import { expect, test } from 'vitest';
import { cutOffDay, financialYearFrom, finalFrom } from '../../shared/finance/statement-dates.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';

test('a statement is final from the 7th of the next month', () => {
  expect(dateOfDay(finalFrom('2026-09'))).toBe('2026-10-07');
  expect(dateOfDay(finalFrom('2026-12'))).toBe('2027-01-07');
});

test.each([
  // The week of 28 September ends on 4 October; that of 31 August on 6 September, the latest there can be.
  ['2026-09', '2026-10-07', '2026-10-04'],
  ['2026-08', '2026-09-07', '2026-09-06'],
  ['2026-09', '2026-10-02', '2026-10-02'],
  ['2026-09', '2026-09-15', '2026-09-15'],
  ['2026-09', '2027-03-01', '2026-10-04'],
])('of %s made on %s looks until %s', (month, madeOn, until) => {
  expect(dateOfDay(cutOffDay(month, dayOf(madeOn)))).toBe(until);
});

test.each([
  ['2026-04', '2026-04'],
  ['2026-12', '2026-04'],
  ['2027-03', '2026-04'],
  ['2027-04', '2027-04'],
])('%s is in the financial year from %s', (month, from) => {
  expect(financialYearFrom(month)).toBe(from);
});
