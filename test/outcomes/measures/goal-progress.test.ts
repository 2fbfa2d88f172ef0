import { expect, test } from 'vitest';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import type { Review } from '../../../shared/records/review.ts';
import { computeMeasure } from '../../support/compute.ts';
import { leftOutOf, shareBeside, shareOf } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const measured = (people: PersonRecords[], month = '2026-10') =>
  computeMeasure('goal-progress', { people, month });

const started = (personRef: string, ...records: StoredRecord[]) =>
  aPerson(aPlacement({ personRef }), aSession({ personRef }), ...records);

const review = (personRef: string, goalProgress?: Review['goalProgress'], reviewedOn = '2026-03-02') =>
  aReview({ personRef, stage: 'review', reviewedOn, ...(goalProgress && { goalProgress }) });

test('a goal that is met or came nearer is progress, met alone stands beside it', () => {
  const measure = measured([
    started('P1', review('P1', 'met')),
    started('P2', review('P2', 'some')),
    started('P3', review('P3', 'some')),
    started('P4', review('P4', 'none')),
  ]);
  expect(shareOf(measure.headline)).toBe('3 of 4');
  expect(shareBeside(measure, 'goal-met')).toBe('1 of 4');
});

test('the last review counts, at a review or at exit, no start review and none after the exit', () => {
  const of = (...reviews: StoredRecord[]) => shareOf(measured([started('P1', ...reviews)]).headline);
  expect(of(review('P1', 'met'), review('P1', 'none', '2026-04-01'))).toBe('0 of 1');
  expect(
    of(review('P1', 'none'), aReview({ stage: 'exit', reviewedOn: '2026-04-01', goalProgress: 'some' })),
  ).toBe('1 of 1');
  expect(
    of(review('P1', 'none'), aReview({ stage: 'post-exit', reviewedOn: '2026-04-01', goalProgress: 'met' })),
  ).toBe('0 of 1');
  expect(of(aReview({ goalProgress: 'met' }))).toBe('0 of 0');
});

test('who was not reviewed in the twelve months, or whose last review does not say, is left out', () => {
  const { headline } = measured([
    started('P1'),
    started('P2', review('P2', 'met'), review('P2', undefined, '2026-04-01')),
    aPerson(aPlacement({ personRef: 'P3' }), review('P3', 'met')),
  ]);
  expect(shareOf(headline)).toBe('0 of 0');
  expect(leftOutOf(headline)).toEqual({ 'not-reviewed': 1, 'progress-not-given': 1 });
});

test('the window begins on the first day of its first month', () => {
  const at = (reviewedOn: string) => measured([started('P1', review('P1', 'met', reviewedOn))], '2027-02');
  expect(shareOf(at('2026-03-01').headline)).toBe('1 of 1');
  expect(shareOf(at('2026-02-28').headline)).toBe('0 of 0');
  expect(leftOutOf(at('2026-02-28').headline)).toEqual({ 'not-reviewed': 1 });
});

test('a journey that ended before the window is not left out of it', () => {
  const ended = aPlacement({ endedOn: '2026-02-28', endReason: 'left' });
  expect(leftOutOf(measured([aPerson(ended, aSession())], '2027-02').headline)).toEqual({});
  const onItsFirstDay = aPlacement({ endedOn: '2026-03-01', endReason: 'left' });
  expect(leftOutOf(measured([aPerson(onItsFirstDay, aSession())], '2027-02').headline)).toEqual({
    'not-reviewed': 1,
  });
  expect(leftOutOf(measured([aPerson(ended, aSession())], '2027-01').headline)).toEqual({
    'not-reviewed': 1,
  });
});

test('goals are compared by the split', () => {
  const { splits } = measured([
    started('P1', review('P1', 'none')),
    aPerson(
      aPlacement({ personRef: 'P2', goal: 'safer-use' }),
      aSession({ personRef: 'P2' }),
      review('P2', 'met'),
    ),
  ]);
  expect(
    Object.entries(splits['goal'] ?? {})
      .map(([goal, figure]) => `${goal}: ${shareOf(figure)}`)
      .sort(),
  ).toEqual(['abstinence: 0 of 1', 'safer-use: 1 of 1']);
});
