import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

type Attendance = NonNullable<Parameters<typeof aSession>[0]>['attendance'];

/** A person with one session on each of the first days of October. */
function person(personRef: string, ...attendances: NonNullable<Attendance>[]) {
  const sessions = attendances.map((attendance, index) =>
    aSession({ personRef, on: `2026-10-0${index + 1}`, attendance }),
  );
  return aPerson(aPlacement({ personRef }), ...sessions);
}

test('the share of sessions attended, of those due; the service’s own cancellations are left out', () => {
  const { headline } = computeMeasure('attendance', {
    people: [
      person('P1', 'attended', 'did-not-attend', 'cancelled-by-service', 'attended'),
      person('P2', 'cancelled-by-client', 'family-only', 'cancelled-by-service'),
    ],
  });
  expect(headline).toMatchObject({
    numerator: { count: 2, people: 1 },
    denominator: { count: 4, people: 2 },
    complement: 2,
    excluded: { 'cancelled-by-service': { count: 2, people: 2 } },
  });
});

test('has no interval, since sessions of one person hang together', () => {
  const { headline } = computeMeasure('attendance', { people: [person('P1', 'attended')] });
  expect(headline).toMatchObject({ interval: 'none' });
});

test('the median is of each person’s own share, however many sessions they had', () => {
  const people = [
    person('P1', 'attended', 'attended', 'attended', 'attended', 'attended', 'attended'),
    person('P2', 'attended', 'did-not-attend', 'did-not-attend', 'did-not-attend'),
    person('P3', 'attended', 'cancelled-by-client', 'cancelled-by-service'),
    person('P4', 'cancelled-by-service'),
  ];
  const { headline, beside } = computeMeasure('attendance', { people });
  // Shares 1, 1/4 and 1/2; in all 8 of 12.
  expect(beside['median-of-people']).toMatchObject({ unit: 'share', median: { value: 0.5, people: 3 } });
  expect(headline).toMatchObject({ numerator: { count: 8 }, denominator: { count: 12 } });
});

test('only the month’s own days count, in London', () => {
  const due = (startsAt: string) => {
    const people = [aPerson(aPlacement(), aSession({ startsAt }))];
    const { headline } = computeMeasure('attendance', { people });
    return headline.kind === 'proportion' ? headline.denominator.count : undefined;
  };
  expect(due('2026-09-30T22:59:59Z')).toBe(0);
  expect(due('2026-09-30T23:00:00Z')).toBe(1);
  expect(due('2026-10-31T23:59:59Z')).toBe(1);
  expect(due('2026-11-01T00:00:00Z')).toBe(0);
});

test('without a session due there is no share and no median', () => {
  const { headline, beside } = computeMeasure('attendance', {
    people: [person('P1', 'cancelled-by-service')],
  });
  expect(headline).toMatchObject({ denominator: { count: 0 } });
  expect(beside['median-of-people']).toMatchObject({
    median: { state: 'unavailable', reason: 'no-eligible' },
  });
});

test('splits are by the latest placement open in the month', () => {
  const records: StoredRecord[] = [
    aPlacement({ endedOn: '2026-10-05', endReason: 'completed' }),
    aPlacement({ service: 'aftercare', startsOn: '2026-10-06' }),
    aSession({ on: '2026-10-01' }),
  ];
  const { splits } = computeMeasure('attendance', { people: [aPerson(...records)] });
  expect(Object.keys(splits['service'] ?? {})).toEqual(['aftercare']);
});
