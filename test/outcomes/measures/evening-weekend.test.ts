import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

function late(month: string, ...sessions: StoredRecord[]): string {
  const { headline } = computeMeasure('evening-weekend', {
    people: [aPerson(aPlacement(), ...sessions)],
    month,
  });
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  expect(headline.interval).toBe('wilson');
  return `${headline.numerator.count} of ${headline.denominator.count}`;
}

test.each([
  // Wednesdays: 17:00 in London is 16:00 UTC in July and 17:00 UTC in December.
  ['2026-07-01T15:59:59Z', '0 of 1'],
  ['2026-07-01T16:00:00Z', '1 of 1'],
  ['2026-07-01T16:59:59+01:00', '0 of 1'],
  ['2026-07-01T17:00:00+01:00', '1 of 1'],
  ['2026-12-02T16:59:59Z', '0 of 1'],
  ['2026-12-02T17:00:00Z', '1 of 1'],
  ['2026-12-02T17:30:00+01:00', '0 of 1'],
  // The Fridays before and the Mondays after the clocks change, on 29 March and 25 October.
  ['2026-03-27T16:30:00Z', '0 of 1'],
  ['2026-03-30T16:30:00Z', '1 of 1'],
  ['2026-10-23T16:30:00Z', '1 of 1'],
  ['2026-10-26T16:30:00Z', '0 of 1'],
  // A week from Friday, 2 October.
  ['2026-10-02T09:00:00Z', '0 of 1'],
  ['2026-10-03T09:00:00Z', '1 of 1'],
  ['2026-10-04T09:00:00Z', '1 of 1'],
  ['2026-10-05T09:00:00Z', '0 of 1'],
  // Saturday has begun in London; Sunday is over.
  ['2026-07-03T23:00:00Z', '1 of 1'],
  ['2026-07-05T23:00:00Z', '0 of 1'],
])('a session at %s: %s', (startsAt, expected) => {
  expect(late(startsAt.slice(0, 7), aSession({ startsAt }))).toBe(expected);
});

test('Sunday the 29th of February is a weekend', () => {
  const { headline } = computeMeasure('evening-weekend', {
    people: [aPerson(aPlacement({ startsOn: '2032-01-05' }), aSession({ on: '2032-02-29' }))],
    month: '2032-02',
  });
  expect(headline).toMatchObject({ numerator: { count: 1 } });
});

test('only sessions the person attended count', () => {
  const sessions = (
    ['attended', 'did-not-attend', 'cancelled-by-client', 'cancelled-by-service', 'family-only'] as const
  ).map((attendance) => aSession({ on: '2026-10-03', attendance, id: attendance }));
  expect(late('2026-10', ...sessions)).toBe('1 of 1');
});

test('only the month’s own days count', () => {
  const at = (startsAt: string) => late('2026-10', aSession({ startsAt }));
  expect(at('2026-09-30T22:59:59Z')).toBe('0 of 0');
  expect(at('2026-09-30T23:00:00Z')).toBe('0 of 1');
  expect(at('2026-10-31T23:59:59Z')).toBe('1 of 1');
  expect(at('2026-11-01T00:00:00Z')).toBe('0 of 0');
});
