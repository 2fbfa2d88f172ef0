import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { periodOf } from '../../../shared/outcomes/period.ts';
import { readHistory } from '../../../shared/outcomes/read-history.ts';
import { pairsOfReviews } from '../../../shared/outcomes/reviews/pair-of-reviews.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

/** The dates of each pair of a month, or what is lacking. */
function pairsIn(month: string, ...records: StoredRecord[]): string[] {
  const period = periodOf(month);
  const reading = readHistory(aPerson(...records), 'northshire', period, 0);
  if (reading === undefined) throw new Error('no history');
  return pairsOfReviews(reading.history, period).map((pair) =>
    pair.later === undefined ? pair.leftOut : `${pair.start.reviewedOn} to ${pair.later.reviewedOn}`,
  );
}

/** A journey from 5 January 2026 with the reviews on some dates. */
const pairs = (...records: StoredRecord[]) => pairsIn('2026-10', aPlacement(), aSession(), ...records);

const start = aReview({ reviewedOn: '2026-01-06' });
const review = (reviewedOn: string) => aReview({ stage: 'review', reviewedOn });
const exit = (reviewedOn: string) => aReview({ stage: 'exit', reviewedOn });

describe('the later review', () => {
  test.each([
    ['2026-02-02', 'no-later-review', 'is none 27 days after the start review'],
    ['2026-02-03', '2026-01-06 to 2026-02-03', 'is one 28 days after it'],
    ['2026-07-07', '2026-01-06 to 2026-07-07', 'is one 182 days after it'],
    ['2026-07-08', 'no-later-review', 'is none 183 days after it'],
  ])('%s: %s: it %s', (reviewedOn, expected) => {
    expect(pairs(start, review(reviewedOn))).toEqual([expected]);
  });

  test('is the latest of several, at a review or at exit', () => {
    expect(pairs(start, review('2026-03-02'), review('2026-02-10'))).toEqual(['2026-01-06 to 2026-03-02']);
    expect(pairs(start, review('2026-03-02'), exit('2026-03-30'))).toEqual(['2026-01-06 to 2026-03-30']);
    expect(pairs(start, review('2026-07-07'), review('2026-08-03'))).toEqual(['2026-01-06 to 2026-07-07']);
  });

  test('is neither another start review nor one after the exit', () => {
    const second = aReview({ reviewedOn: '2026-03-02' });
    const after = aReview({ stage: 'post-exit', reviewedOn: '2026-03-02' });
    expect(pairs(start, second, after)).toEqual(['no-later-review']);
  });

  test('lies in the twelve months: one that is older was counted then', () => {
    const old = [aPlacement(), aSession(), start, review('2026-02-28')];
    expect(pairsIn('2027-01', ...old)).toEqual(['2026-01-06 to 2026-02-28']);
    expect(pairsIn('2027-02', ...old)).toEqual([]);
    expect(pairsIn('2027-02', ...old, review('2026-03-01'))).toEqual(['2026-01-06 to 2026-03-01']);
  });

  test('does not exist before its date', () => {
    const soon = [aPlacement(), aSession(), start, review('2026-03-01')];
    expect(pairsIn('2026-02', ...soon)).toEqual(['no-later-review']);
    expect(pairsIn('2026-03', ...soon)).toEqual(['2026-01-06 to 2026-03-01']);
  });
});

describe('the start review', () => {
  test('is the one nearest to day 0, of two as near the earlier', () => {
    const from = [aPlacement({ startsOn: '2026-01-02' }), aSession({ on: '2026-01-05' })];
    const at = (...dates: string[]) =>
      pairsIn(
        '2026-10',
        ...from,
        ...dates.map((reviewedOn) => aReview({ reviewedOn })),
        review('2026-03-02'),
      );
    expect(at('2026-01-02', '2026-01-07')).toEqual(['2026-01-07 to 2026-03-02']);
    expect(at('2026-01-03', '2026-01-07')).toEqual(['2026-01-03 to 2026-03-02']);
  });

  test('is what a journey without one lacks, whatever else it has', () => {
    expect(pairs(review('2026-03-02'))).toEqual(['no-start-review']);
    expect(pairs()).toEqual(['no-start-review']);
  });
});

describe('of the journeys', () => {
  const ended = (endedOn: string) => aPlacement({ endedOn, endReason: 'completed' });

  test('one that has not started has no pair and lacks none', () => {
    expect(pairsIn('2026-10', aPlacement(), start, review('2026-03-02'))).toEqual([]);
  });

  test('one that lacks a review is left out while it was in treatment in the twelve months', () => {
    expect(pairsIn('2026-12', ended('2026-01-31'), aSession())).toEqual(['no-start-review']);
    expect(pairsIn('2027-01', ended('2026-02-01'), aSession())).toEqual(['no-start-review']);
    expect(pairsIn('2027-01', ended('2026-01-31'), aSession())).toEqual([]);
  });

  test('an exit review belongs to one that ended up to 14 days before, also when aftercare has begun', () => {
    const journey = [ended('2026-03-30'), aSession(), start];
    expect(pairsIn('2026-10', ...journey, exit('2026-04-13'))).toEqual(['2026-01-06 to 2026-04-13']);
    expect(pairsIn('2026-10', ...journey, exit('2026-04-14'))).toEqual(['no-later-review']);
    const aftercare = aPlacement({ service: 'aftercare', startsOn: '2026-03-31' });
    expect(pairsIn('2026-10', ...journey, aftercare, exit('2026-04-08'))).toEqual([
      '2026-01-06 to 2026-04-08',
    ]);
    expect(pairsIn('2026-10', ...journey, aftercare, review('2026-04-08'))).toEqual(['no-later-review']);
  });

  test('each has its own reviews', () => {
    const second = aPlacement({ startsOn: '2026-04-20' });
    const records = [ended('2026-03-30'), second, aSession(), aSession({ on: '2026-04-20' }), start];
    const more = [review('2026-03-02'), aReview({ reviewedOn: '2026-04-21' }), review('2026-06-01')];
    expect(pairsIn('2026-10', ...records, ...more)).toEqual([
      '2026-01-06 to 2026-03-02',
      '2026-04-21 to 2026-06-01',
    ]);
  });
});
