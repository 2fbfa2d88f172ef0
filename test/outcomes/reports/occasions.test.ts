import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { factsOn } from '../../../shared/outcomes/reports/facts-on.ts';
import { occasionsOf } from '../../../shared/outcomes/reports/occasions.ts';
import { dateOfDay } from '../../../shared/records/london.ts';
import { aPerson, aPlacement, aReview } from '../../support/records.ts';

/** What asks for reports on the placement `P`, as known at the end of 2026. */
function occasions(...records: StoredRecord[]): string[] {
  const { placements, reviews } = factsOn(aPerson(...records), '2026-12-31');
  const placement = placements.find(({ id }) => id === 'P');
  if (placement === undefined) throw new Error('no placement P');
  return occasionsOf(placement, reviews).map(
    ({ of, day, deadline }) => `${of} ${dateOfDay(day)}, by ${dateOfDay(deadline)}`,
  );
}

const open = aPlacement({ id: 'P', startsOn: '2026-01-05' });
const ended = aPlacement({ id: 'P', startsOn: '2026-01-05', endedOn: '2026-05-15', endReason: 'completed' });
const review = (reviewedOn: string) => aReview({ stage: 'review', reviewedOn });

test('an open placement without a review asks for none', () => {
  expect(occasions(open)).toEqual([]);
});

test('each day with a review asks for one, and the end, within ten working days', () => {
  // After Monday 9 February 2026 the tenth working day is Monday 23; after Friday 15 May, over the Spring Bank Holiday
  // on Monday 25, it is Monday 1 June.
  expect(occasions(ended, review('2026-02-09'))).toEqual([
    'review 2026-02-09, by 2026-02-23',
    'exit 2026-05-15, by 2026-06-01',
  ]);
});

test('two reviews of one day ask for one, and one on the day of the end for that of the exit', () => {
  const again = aReview({ id: 'again', stage: 'review', reviewedOn: '2026-02-09' });
  expect(occasions(ended, review('2026-02-09'), again, review('2026-05-15'))).toEqual([
    'review 2026-02-09, by 2026-02-23',
    'exit 2026-05-15, by 2026-06-01',
  ]);
});

test('a review of another stage, of another placement or of none asks for nothing', () => {
  const earlier = aPlacement({
    id: 'P-earlier',
    startsOn: '2025-02-03',
    endedOn: '2025-06-30',
    endReason: 'left',
  });
  expect(
    occasions(
      open,
      earlier,
      aReview({ stage: 'start', reviewedOn: '2026-01-12' }),
      aReview({ stage: 'exit', reviewedOn: '2026-02-09' }),
      review('2025-05-12'),
      review('2025-01-13'),
    ),
  ).toEqual([]);
});
