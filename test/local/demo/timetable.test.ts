import { expect, test } from 'vitest';
import { isOpen, londonInstant, nextWeekday, workingDay } from '../../../local/demo/timetable.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';

test('gives a London clock time the offset of its day', () => {
  expect(londonInstant(dayOf('2026-07-01'), '17:00')).toBe('2026-07-01T17:00:00+01:00');
  expect(londonInstant(dayOf('2026-12-01'), '17:00')).toBe('2026-12-01T17:00:00+00:00');
});

test.each([
  ['2026-11-02', 0, '2026-11-02'],
  ['2026-11-03', 0, '2026-11-09'],
  ['2026-11-02', 5, '2026-11-07'],
  ['1969-12-31', 3, '1970-01-01'],
])('finds from %s the next weekday %i on %s', (from, weekday, found) => {
  expect(dateOfDay(nextWeekday(dayOf(from), weekday))).toBe(found);
});

test.each([
  ['2026-11-06', '2026-11-06'],
  ['2026-11-07', '2026-11-09'],
  ['2026-11-08', '2026-11-09'],
])('moves %s to the working day %s', (day, working) => {
  expect(dateOfDay(workingDay(dayOf(day)))).toBe(working);
});

test('is closed on Christmas Day, Boxing Day and New Year’s Day', () => {
  expect(['2025-12-24', '2025-12-25', '2025-12-26', '2026-01-01'].map((date) => isOpen(dayOf(date)))).toEqual(
    [true, false, false, false],
  );
});
