import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { leftOutOf, shareBeside, shareOf } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const measured = (month: string, ...records: StoredRecord[]) =>
  computeMeasure('review-completeness', { people: records.length ? [aPerson(...records)] : [], month });

/** A journey from 5 January 2026, placed two weeks and a day before. */
const journey = [aPlacement({ startsOn: '2025-12-21' }), aSession({ on: '2026-01-05' })];

test.each([
  ['2025-12-21', '0 of 1', 'fifteen days before day 0'],
  ['2025-12-22', '1 of 1', 'fourteen days before it'],
  ['2026-01-05', '1 of 1', 'on day 0'],
  ['2026-01-19', '1 of 1', 'fourteen days after it'],
  ['2026-01-20', '0 of 1', 'fifteen days after it'],
])('a start review on %s: %s, %s', (reviewedOn, expected) => {
  expect(shareOf(measured('2026-10', ...journey, aReview({ reviewedOn })).headline)).toBe(expected);
});

test('other reviews are no start review', () => {
  const review = aReview({ stage: 'review', reviewedOn: '2026-01-06' });
  expect(shareOf(measured('2026-10', ...journey, review).headline)).toBe('0 of 1');
});

test('a journey counts from fourteen days after day 0, for the rest of twelve months', () => {
  const startedOn = (on: string) => measured('2026-10', aPlacement({ startsOn: on }), aSession({ on }));
  expect(shareOf(startedOn('2026-10-17').headline)).toBe('0 of 1');
  expect(shareOf(startedOn('2026-10-18').headline)).toBe('0 of 0');
  expect(leftOutOf(startedOn('2026-10-18').headline)).toEqual({ 'started-within-14-days': 1 });
  expect(shareOf(startedOn('2025-11-01').headline)).toBe('0 of 1');
  expect(shareOf(startedOn('2025-10-31').headline)).toBe('0 of 0');
  expect(leftOutOf(startedOn('2025-10-31').headline)).toEqual({});
});

test('nobody is asked for a review who has not started', () => {
  expect(shareOf(measured('2026-10', aPlacement()).headline)).toBe('0 of 0');
  expect(shareOf(measured('2026-10').headline)).toBe('0 of 0');
});

describe('the later review', () => {
  const later = (...records: StoredRecord[]) =>
    shareBeside(measured('2026-10', ...journey, ...records), 'later-review');

  test.each([
    ['2026-02-01', '0 of 1', '27 days after day 0'],
    ['2026-02-02', '1 of 1', '28 days after it'],
    ['2026-07-06', '1 of 1', '182 days after it'],
    ['2026-07-07', '0 of 1', '183 days after it'],
  ])('on %s: %s, %s', (reviewedOn, expected) => {
    expect(later(aReview({ stage: 'review', reviewedOn }))).toBe(expected);
  });

  test('may be at exit, and needs no start review', () => {
    expect(later(aReview({ stage: 'exit', reviewedOn: '2026-03-02' }))).toBe('1 of 1');
    expect(later(aReview({ stage: 'start', reviewedOn: '2026-03-02' }))).toBe('0 of 1');
  });

  test('is asked for when 182 days have passed, for a year of starts', () => {
    // 182 days before 31 October 2026 is 2 May 2026; the year to it begins on 3 May 2025.
    const startedOn = (on: string) =>
      shareBeside(measured('2026-10', aPlacement({ startsOn: on }), aSession({ on })), 'later-review');
    expect(startedOn('2026-05-02')).toBe('0 of 1');
    expect(startedOn('2026-05-03')).toBe('0 of 0');
    expect(startedOn('2025-05-03')).toBe('0 of 1');
    expect(startedOn('2025-05-02')).toBe('0 of 0');
  });

  test('is not asked for of a journey that ended before day 28, which is left out', () => {
    const ended = (endedOn: string) =>
      measured('2026-10', aPlacement({ endedOn, endReason: 'left' }), aSession({ on: '2026-01-05' }));
    expect(shareBeside(ended('2026-02-01'), 'later-review')).toBe('0 of 0');
    expect(leftOutOf(ended('2026-02-01').beside['later-review'])).toEqual({ 'ended-before-day-28': 1 });
    expect(shareBeside(ended('2026-02-02'), 'later-review')).toBe('0 of 1');
  });
});
