import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOf, londonDate, londonHour } from '../../shared/records/london.ts';

test.each([
  ['2026-07-01T22:59:59Z', '2026-07-01'],
  ['2026-07-01T23:00:00Z', '2026-07-02'],
  ['2026-12-01T23:00:00Z', '2026-12-01'],
  ['2026-07-02T00:30:00+02:00', '2026-07-01'],
  // The clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October.
  ['2026-03-29T00:59:59Z', '2026-03-29'],
  ['2026-10-25T00:30:00+01:00', '2026-10-25'],
  ['2026-10-24T23:30:00Z', '2026-10-25'],
  ['2026-11-04', '2026-11-04'],
])('%s is %s in London', (instant, date) => {
  expect(londonDate(instant)).toBe(date);
});

test.each([
  ['2026-07-01T16:00:00Z', 17],
  ['2026-07-01T15:59:59Z', 16],
  ['2026-12-01T17:00:00Z', 17],
  ['2026-12-01T18:00:00+01:00', 17],
  ['2026-07-01T23:30:00Z', 0],
  // The day the clocks go back: 01:30 comes twice.
  ['2026-10-25T00:30:00Z', 1],
  ['2026-10-25T01:30:00Z', 1],
])('at %s the hour in London is %i', (instant, hour) => {
  expect(londonHour(instant)).toBe(hour);
});

test('a day count is a difference of calendar dates, across clock changes and leap days', () => {
  expect(dayOf('2026-03-30') - dayOf('2026-03-28')).toBe(2);
  expect(dayOf('2028-03-01') - dayOf('2028-02-28')).toBe(2);
});

test('London dates agree with the calendar of the runtime', () => {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (date) => {
        expect(londonDate(date.toISOString())).toBe(calendar.format(date));
      },
    ),
  );
});

test('days and dates are inverse', () => {
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => dayOf(dateOfDay(day)) === day));
});

test('London dates agree with the calendar of the runtime however the offset is written', () => {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
  const around = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(around, fc.constantFrom(-5, 0, 1, 2), (date, hours) => {
      const sign = hours < 0 ? '-' : '+';
      const offset = `${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`;
      const written = new Date(date.getTime() + hours * 3_600_000).toISOString().replace('Z', offset);
      expect(londonDate(written)).toBe(calendar.format(date));
    }),
    { numRuns: 1000 },
  );
});
