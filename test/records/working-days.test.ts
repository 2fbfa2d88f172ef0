import { describe, expect, it, test } from 'vitest';
import { addWorkingDays } from '../../shared/records/add-working-days.ts';
import { bankHolidays } from '../../shared/records/bank-holidays.ts';
import { isWorkingDay } from '../../shared/records/is-working-day.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';

// The year of the late Queen's jubilee and funeral had two more, that of the King's coronation one.
const MORE = new Map([
  ['2022', 10],
  ['2023', 9],
]);

test.each(Object.entries(bankHolidays))('bank holidays of %s are weekdays, eight as a rule', (year, days) => {
  const weekdays = days.map((day) => new Date(`${year}-${day}T12:00:00Z`).getUTCDay());
  expect(weekdays).toHaveLength(MORE.get(year) ?? 8);
  expect(weekdays.every((weekday) => weekday >= 1 && weekday <= 5)).toBe(true);
});

describe('isWorkingDay', () => {
  const workingIn = (...dates: string[]) => dates.filter((date) => isWorkingDay(dayOf(date)));

  it('is no weekend, bank holiday or substitute day', () => {
    // 2 October 2026 is a Friday.
    const week = ['2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'];
    expect(workingIn(...week)).toEqual(['2026-10-02', '2026-10-05']);
    expect(workingIn('2026-12-25', '2026-12-28', '2026-12-29', '2022-09-19')).toEqual(['2026-12-29']);
  });

  it('knows the weekends alone of a year whose bank holidays are not listed', () => {
    // Christmas Day 2035 is a Tuesday, 29 and 30 December are a weekend.
    expect(workingIn('2035-12-25', '2035-12-29', '2035-12-30')).toEqual(['2035-12-25']);
  });
});

// Counted on printed calendars.
test.each([
  ['2026-10-02', 10, '2026-10-16', 'from a Friday two weeks on'],
  ['2026-10-03', 10, '2026-10-16', 'a Saturday does not count itself'],
  ['2026-10-05', 10, '2026-10-19', 'nor does the Monday'],
  ['2026-04-01', 2, '2026-04-07', 'over Easter'],
  ['2026-12-18', 10, '2027-01-06', 'over Christmas and New Year'],
  ['2028-02-28', 2, '2028-03-01', 'over 29 February'],
  ['2026-10-03', 0, '2026-10-03', 'none'],
])('%s and %i working days is %s: %s', (from, working, to) => {
  expect(dateOfDay(addWorkingDays(dayOf(from), working))).toBe(to);
});
