import { describe, expect, test } from 'vitest';
import { positiveChange } from '../../../shared/outcomes/measures/positive-change.ts';
import type { Review } from '../../../shared/records/review.ts';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { countBeside, leftOutOf, shareBeside, shareOf } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const measured = (...people: PersonRecords[]) => computeMeasure('positive-change', { people });

/** Somebody with a start review in January and a later one in March 2026. */
const reviewed = (start: Partial<Review>, later: Partial<Review>, personRef = 'P1') =>
  aPerson(
    aPlacement({ personRef }),
    aSession({ personRef }),
    aReview({ personRef, daysUsed: {}, ...start }),
    aReview({ personRef, daysUsed: {}, ...later, stage: 'review', reviewedOn: '2026-03-02' }),
  );

describe('a positive change', () => {
  const isPositive = (start: Partial<Review>, later: Partial<Review>) =>
    shareOf(measured(reviewed(start, later)).headline) === '1 of 1';

  test.each<[string, Partial<Review>, Partial<Review>, boolean]>([
    ['a reliable fall', { daysUsed: { opiates: 20 } }, { daysUsed: { opiates: 7 } }, true],
    ['no smaller fall', { daysUsed: { opiates: 20 } }, { daysUsed: { opiates: 8 } }, false],
    ['abstinence from a little', { daysUsed: { opiates: 2 } }, { daysUsed: { opiates: 0 } }, true],
    [
      'one substance of several, even if another is worse',
      { daysUsed: { opiates: 20, cannabis: 2 } },
      { daysUsed: { opiates: 0, cannabis: 20 } },
      true,
    ],
    ['nothing where nothing was used', {}, {}, false],
    ['no better rating', { qualityOfLife: 2 }, { qualityOfLife: 18 }, false],
  ])('is %s', (_, start, later, expected) => {
    expect(isPositive(start, later)).toBe(expected);
  });

  const stopped = [{ daysUsed: { opiates: 20 } }, { daysUsed: { opiates: 0 } }] as const;

  test.each<[string, Partial<Review>, Partial<Review>, boolean]>([
    ['more injected days undo it', { injectedDays: 0 }, { injectedDays: 1 }, false],
    ['as many do not', { injectedDays: 4 }, { injectedDays: 4 }, true],
    ['new sharing undoes it', { sharing: false }, { sharing: true }, false],
    ['sharing as before does not', { sharing: true }, { sharing: true }, true],
    ['nor what the start review does not give', {}, { injectedDays: 9, sharing: true }, true],
  ])('%s', (_, start, later, expected) => {
    expect(isPositive({ ...stopped[0], ...start }, { ...stopped[1], ...later })).toBe(expected);
  });
});

test.each<[string, Partial<Review>, Partial<Review>, string]>([
  ['a day of use fewer', { daysUsed: { other: 8 } }, { daysUsed: { other: 7 } }, '1 of 1'],
  ['as many days', { daysUsed: { other: 8 } }, { daysUsed: { other: 8 } }, '0 of 1'],
  ['a unit fewer, in tenths', { unitsPerUsingDay: 8.2 }, { unitsPerUsingDay: 7.2 }, '1 of 1'],
  ['nine tenths fewer', { unitsPerUsingDay: 8.2 }, { unitsPerUsingDay: 7.3 }, '0 of 1'],
  ['an injected day fewer', { injectedDays: 2 }, { injectedDays: 1 }, '1 of 1'],
  ['a point more of psychological health', { psychologicalHealth: 9 }, { psychologicalHealth: 10 }, '1 of 1'],
  ['a point more of physical health', { physicalHealth: 9 }, { physicalHealth: 10 }, '1 of 1'],
  ['a point more of quality of life', { qualityOfLife: 9 }, { qualityOfLife: 10 }, '1 of 1'],
  ['a point less', { qualityOfLife: 9 }, { qualityOfLife: 8 }, '0 of 1'],
  ['a day of work more', { paidWorkDays: 0 }, { paidWorkDays: 1 }, '1 of 1'],
  ['a day of education more', { educationDays: 0 }, { educationDays: 1 }, '1 of 1'],
  [
    'a point more with worse injecting',
    { qualityOfLife: 9, injectedDays: 0 },
    { qualityOfLife: 10, injectedDays: 5 },
    '1 of 1',
  ],
  ['what is given once', { qualityOfLife: 9 }, { physicalHealth: 20 }, '0 of 1'],
])('any change: %s', (_, start, later, expected) => {
  expect(shareBeside(measured(reviewed(start, later)), 'any-change')).toBe(expected);
});

test('journeys that deteriorated in injecting or sharing are counted once', () => {
  const both = [
    { injectedDays: 0, sharing: false },
    { injectedDays: 3, sharing: true },
  ] as const;
  const measure = measured(reviewed(...both), reviewed({ sharing: false }, { sharing: false }, 'P2'));
  expect(countBeside(measure, 'injecting-or-sharing-worse')).toBe(1);
});

test('who lacks a review is left out with the reason, and nobody at all is nobody eligible', () => {
  const of = (personRef: string) => [aPlacement({ personRef }), aSession({ personRef })];
  const measure = measured(
    aPerson(...of('P1')),
    aPerson(...of('P2'), aReview({ personRef: 'P2' })),
    aPerson(...of('P3'), aReview({ personRef: 'P3' })),
    reviewed({}, {}, 'P4'),
  );
  expect(shareOf(measure.headline)).toBe('0 of 1');
  expect(leftOutOf(measure.headline)).toEqual({ 'no-start-review': 1, 'no-later-review': 2 });
  expect(shareOf(measured().headline)).toBe('0 of 0');
});

test('the definition says that its thresholds are not verified, and what they are', () => {
  const { method } = positiveChange.definition;
  expect(method).toContain('opiates 13, crack 10, powder cocaine 8, amphetamines 9, cannabis 9, alcohol 11;');
  expect(method).toContain('Thresholds not verified (remembered values, not verified against a publication');
});
