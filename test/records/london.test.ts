import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateOfDay, dayOf, londonDate, londonHour, monthsBefore } from '../../shared/records/london.ts';

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

test('the hour in London is that of Temporal, in years of both winter time and summer time all year', () => {
  const when = fc.date({ min: new Date('1969-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(when, (date) => {
      const { hour } = Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO('Europe/London');
      expect(londonHour(date.toISOString())).toBe(hour);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['2026-03-31', 1, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-10-31', 72, '2020-10-31'],
])('%s is %i months after %s', (date, months, before) => {
  expect(monthsBefore(date, months)).toBe(before);
});

test('months before a date are counted as Temporal counts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000, max: 25_000 }), fc.integer({ min: 0, max: 400 }), (day, months) => {
      const date = dateOfDay(day);
      expect(monthsBefore(date, months)).toBe(Temporal.PlainDate.from(date).subtract({ months }).toString());
    }),
  );
});
