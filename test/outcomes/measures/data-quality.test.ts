import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aLapse, aPerson, aPlacement, aPositiveTest, aReview, aSession } from '../../support/records.ts';

/** People who started on 1 September 2026, complete unless more is said, in October 2026. */
const somebody = (
  personRef: string,
  {
    more = [],
    reviewed = true,
    last = '2026-10-20',
    plannedEndOn = '2027-01-31',
  }: {
    more?: StoredRecord[];
    reviewed?: boolean;
    last?: string;
    plannedEndOn?: string;
  } = {},
) =>
  aPerson(
    aPlacement({ personRef, startsOn: '2026-09-01', plannedEndOn }),
    aSession({ personRef, on: '2026-09-01' }),
    aSession({ personRef, on: last }),
    ...(reviewed ? [aReview({ personRef, reviewedOn: '2026-09-02' })] : []),
    ...more,
  );

const figures = (...people: ReturnType<typeof somebody>[]) => {
  const { headline, beside } = computeMeasure('data-quality', { people });
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  const counts = Object.entries(beside).map(([name, figure]) => [
    name,
    figure.kind === 'count' ? figure.count : NaN,
  ]);
  return {
    headline: [headline.numerator.count, headline.denominator.count],
    beside: Object.fromEntries(counts.filter(([, count]) => count !== 0)) as unknown,
  };
};

test('is the share of people in treatment with nothing to correct, and how many have each fault', () => {
  const faulty = [
    somebody('P2', { plannedEndOn: '2026-10-30' }),
    somebody('P3', { last: '2026-10-03' }),
    somebody('P4', { reviewed: false }),
    somebody('P5', { more: [aPositiveTest({ personRef: 'P5', on: '2026-10-10' })] }),
    somebody('P6', { more: [aLapse({ personRef: 'P6', openedOn: '2026-10-03' })] }),
  ];
  expect(figures(somebody('P1'), ...faulty)).toEqual({
    headline: [1, 6],
    beside: {
      'past-planned-end': 1,
      silence: 1,
      'review-overdue': 1,
      'positive-without-lapse': 1,
      'lapse-without-outcome': 1,
    },
  });
});

test('counts somebody with two faults once, and beside each', () => {
  expect(figures(somebody('P1', { reviewed: false, plannedEndOn: '2026-10-30' }))).toEqual({
    headline: [0, 1],
    beside: { 'past-planned-end': 1, 'review-overdue': 1 },
  });
});

test('counts nobody who is not in treatment: whoever has not started is in waiting', () => {
  expect(figures(aPerson(aPlacement({ startsOn: '2026-09-01', plannedEndOn: '2026-10-01' })))).toEqual({
    headline: [0, 0],
    beside: {},
  });
});
