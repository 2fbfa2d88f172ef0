import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  mondayOf,
  monthOfWeek,
  sundayOf,
  weekLabel,
  weekOfDay,
  weeksOfMonth,
} from '../../shared/finance/iso-week.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';

const weekOf = (date: string) => weekOfDay(dayOf(date));

// 1 January is a Thursday in 2015, 2026 and 2032, and 2020 is a leap year that begins on a Wednesday: 53 weeks each.
test.each([
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2025-12-28', '2025-W52'],
  ['2026-12-27', '2026-W52'],
  ['2026-12-28', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2016-01-03', '2015-W53'],
  ['2023-01-01', '2022-W52'],
])('%s is in %s', (date, label) => {
  expect(weekLabel(weekOf(date))).toBe(label);
});

test('a week goes from Monday to Sunday', () => {
  const week = weekOf('2026-10-01');
  expect([mondayOf(week), sundayOf(week)].map(dateOfDay)).toEqual(['2026-09-28', '2026-10-04']);
});

test('a week belongs to the month of its Monday', () => {
  expect(monthOfWeek(weekOf('2026-10-04'))).toBe('2026-09');
  expect(monthOfWeek(weekOf('2026-10-05'))).toBe('2026-10');
  expect(monthOfWeek(weekOf('2027-01-03'))).toBe('2026-12');
});

test.each([
  ['2026-09', '2026-09-07', '2026-09-28'],
  ['2026-11', '2026-11-02', '2026-11-30'],
  ['2026-06', '2026-06-01', '2026-06-29'],
  ['2026-02', '2026-02-02', '2026-02-23'],
])('%s has the weeks from %s to %s', (month, first, last) => {
  const weeks = weeksOfMonth(month);
  expect([weeks.first, weeks.last].map((week) => dateOfDay(mondayOf(week)))).toEqual([first, last]);
});

test('every week belongs to one month, and is among the weeks of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 7_000 }), (week) => {
      const { first, last } = weeksOfMonth(monthOfWeek(week));
      expect(week).toBeGreaterThanOrEqual(first);
      expect(week).toBeLessThanOrEqual(last);
    }),
  );
});
