import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { periodOf, periodsBefore, yearTo } from '../../shared/outcomes/period.ts';

test('a month has its first and last day and a window of twelve months', () => {
  const period = periodOf('2026-10');
  expect(dateOfDay(period.firstDay)).toBe('2026-10-01');
  expect(period.lastDate).toBe('2026-10-31');
  expect(dateOfDay(period.windowFirstDay)).toBe('2025-11-01');
});

test('February ends on the 29th in a leap year, and its window begins on 1 March', () => {
  expect(periodOf('2028-02').lastDate).toBe('2028-02-29');
  expect(dateOfDay(periodOf('2025-02').windowFirstDay)).toBe('2024-03-01');
});

test.each(['2026-13', '2026-00', '2026-1', '2026-10-01', ''])('%s is no month', (month) => {
  expect(() => periodOf(month)).toThrow(RangeError);
});

test.each([
  ['2026-01', ['2025-12', '2025-11', '2025-10']],
  ['2026-10', ['2026-09', '2026-08', '2026-07']],
  ['2026-Q2', ['2026-Q1', '2025-Q4', '2025-Q3']],
])('before %s are, the last first, %j', (period, before) => {
  expect(periodsBefore(period, 3)).toEqual(before);
});

test.each([
  ['2026-04-04', '2025-04-05'],
  ['2026-10-31', '2025-11-01'],
  ['2028-02-29', '2027-03-01'],
  ['2027-02-28', '2026-03-01'],
])('the year to %s begins on %s', (last, first) => {
  expect(dateOfDay(yearTo(dayOf(last)))).toBe(first);
});
