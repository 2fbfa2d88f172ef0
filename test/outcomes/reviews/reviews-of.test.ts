import { expect, test } from 'vitest';
import { periodOf } from '../../../shared/outcomes/period.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { readHistory } from '../../../shared/outcomes/read-history.ts';
import { reviewsOf } from '../../../shared/outcomes/reviews/reviews-of.ts';
import { aPerson, aPlacement, aReview } from '../../support/records.ts';

/** The dates of the reviews of each journey of a person, as known at the end of October 2026. */
function reviewsIn(...records: StoredRecord[]): string[][] {
  const reading = readHistory(aPerson(...records), 'northshire', periodOf('2026-10'), 0);
  if (reading === undefined) throw new Error('no history');
  const { journeys, reviews } = reading.history;
  return journeys.map((journey) => reviewsOf(journey, reviews).map(({ data }) => data.reviewedOn));
}

const journey = aPlacement({ startsOn: '2026-01-05', endedOn: '2026-03-30', endReason: 'completed' });
const review = (reviewedOn: string) => aReview({ stage: 'review', reviewedOn });
const exit = (reviewedOn: string) => aReview({ stage: 'exit', reviewedOn });

test('reviews of a journey are those from its first day to 14 days after its last', () => {
  const dates = ['2026-01-04', '2026-01-05', '2026-03-30', '2026-04-13', '2026-04-14'];
  expect(reviewsIn(journey, ...dates.map(review))).toEqual([['2026-01-05', '2026-03-30', '2026-04-13']]);
});

test('one that is open has no last day', () => {
  expect(reviewsIn(aPlacement(), review('2026-10-31'))).toEqual([['2026-10-31']]);
});

test('of aftercare that began meanwhile only an exit review may be of it', () => {
  const aftercare = aPlacement({ service: 'aftercare', startsOn: '2026-03-31' });
  expect(reviewsIn(journey, aftercare, review('2026-04-08'), exit('2026-04-09'))).toEqual([['2026-04-09']]);
});

test('an exit review of aftercare that came before is none of it', () => {
  const aftercare = aPlacement({
    ...{ service: 'aftercare', startsOn: '2025-06-02' },
    ...{ endedOn: '2025-11-28', endReason: 'completed' },
  });
  expect(reviewsIn(aftercare, journey, exit('2025-11-28'))).toEqual([[]]);
});

test('an exit review of the journey that followed is none of it', () => {
  const second = aPlacement({ startsOn: '2026-04-01' });
  expect(reviewsIn(journey, second, exit('2026-04-08'))).toEqual([[], ['2026-04-08']]);
});

test('an exit review of aftercare in a gap of a journey that goes on is none of it', () => {
  const first = aPlacement({ startsOn: '2026-01-05', endedOn: '2026-03-30', endReason: 'left' });
  const aftercare = aPlacement({
    ...{ service: 'aftercare', startsOn: '2026-03-31' },
    ...{ endedOn: '2026-04-12', endReason: 'left' },
  });
  const again = aPlacement({ startsOn: '2026-04-13' });
  expect(reviewsIn(first, aftercare, again, exit('2026-04-08'))).toEqual([[]]);
});
