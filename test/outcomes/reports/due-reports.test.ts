import { expect, test } from 'vitest';
import { periodOf } from '../../../shared/outcomes/period.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { readHistory } from '../../../shared/outcomes/read-history.ts';
import { dueReports } from '../../../shared/outcomes/reports/due-reports.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { aPerson, aPlacement, aReview } from '../../support/records.ts';

/** The deadlines of the reports that are due to October 2026, of what happened from a day on. */
function deadlines(from: string, ...records: StoredRecord[]): string[] {
  const reading = readHistory(aPerson(...records), 'northshire', periodOf('2026-10'), 0);
  if (reading === undefined) throw new Error('nobody');
  return dueReports(reading.history, dayOf(from)).map(({ deadline }) => dateOfDay(deadline));
}

test('what happened before the first day is passed over, what happened on it is not', () => {
  // After Monday 2 March 2026 the tenth working day is Monday 16; after Monday 9 March it is Monday 23.
  const records = [
    aPlacement({ referrer: 'R1' }),
    aReview({ stage: 'review', reviewedOn: '2026-03-02' }),
    aReview({ stage: 'review', reviewedOn: '2026-03-09' }),
  ];
  expect(deadlines('2026-03-02', ...records)).toEqual(['2026-03-16', '2026-03-23']);
  expect(deadlines('2026-03-03', ...records)).toEqual(['2026-03-23']);
});
