import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { awaitedReports } from '../../../shared/outcomes/reports/awaited-reports.ts';
import { aPerson, aPlacement, aReview } from '../../support/records.ts';

const referred = (fields: Parameters<typeof aPlacement>[0] = {}) =>
  aPlacement({ id: 'P', referrer: 'team-1', reportAgreement: 'agreed', ...fields });
const review = (reviewedOn: string) => aReview({ stage: 'review', reviewedOn });
const ended = { endedOn: '2026-04-10', endReason: 'left' } as const;

/** The dates and occasions that are awaited on a day, after reports on some dates. */
const awaited = (today: string, issued: string[], ...records: StoredRecord[]) => {
  const reports = issued.map((date) => ({ at: `${date}T12:00:00.000Z`, placement: 'P' }));
  return awaitedReports({ ...aPerson(...records), reports }, today).map(({ occasion, on }) => [occasion, on]);
};

test('a report is awaited from the day of a review or an end, and due ten working days after it', () => {
  // After Friday 10 April 2026 the tenth working day is Friday 24 April; after Wednesday 1 April, over Easter, 17 April.
  const person = aPerson(referred(ended), review('2026-04-01'));
  expect(awaitedReports(person, '2026-04-10')).toEqual([
    { placement: 'P', referrer: 'team-1', occasion: 'review', on: '2026-04-01', dueBy: '2026-04-17' },
    { placement: 'P', referrer: 'team-1', occasion: 'exit', on: '2026-04-10', dueBy: '2026-04-24' },
  ]);
  expect(awaited('2026-04-09', [], referred(ended), review('2026-04-01'))).toEqual([
    ['review', '2026-04-01'],
  ]);
  expect(awaited('2026-03-31', [], referred(ended), review('2026-04-01'))).toEqual([]);
});

test('until one is issued on that day or later, in time or not', () => {
  const records = [referred(ended), review('2026-04-01')];
  expect(awaited('2026-06-01', ['2026-03-31'], ...records)).toHaveLength(2);
  expect(awaited('2026-06-01', ['2026-04-01'], ...records)).toEqual([['exit', '2026-04-10']]);
  expect(awaited('2026-06-01', ['2026-05-29'], ...records)).toEqual([]);
});

test('for a year', () => {
  expect(awaited('2027-04-10', [], referred(ended))).toHaveLength(1);
  expect(awaited('2027-04-11', [], referred(ended))).toEqual([]);
});

test('once where the review is on the day of the end', () => {
  expect(awaited('2026-06-01', [], referred(ended), review('2026-04-10'))).toEqual([['exit', '2026-04-10']]);
});

test('by date, also where a review came after the end', () => {
  expect(awaited('2026-06-01', [], referred(ended), review('2026-04-20'), review('2026-03-02'))).toEqual([
    ['review', '2026-03-02'],
    ['exit', '2026-04-10'],
    ['review', '2026-04-20'],
  ]);
});

test('though one on another placement was issued', () => {
  const person = {
    ...aPerson(referred(ended)),
    reports: [{ at: '2026-04-20T12:00:00.000Z', placement: 'P-other' }],
  };
  expect(awaitedReports(person, '2026-06-01')).toHaveLength(1);
});

test.each([
  ['there is no referrer', aPlacement({ id: 'P', reportAgreement: 'agreed', ...ended })],
  ['reports were refused', referred({ reportAgreement: 'refused', ...ended })],
  ['nothing was agreed', aPlacement({ id: 'P', referrer: 'team-1', ...ended })],
])('never where %s', (_, placement) => {
  expect(awaited('2026-06-01', [], placement, review('2026-04-01'))).toEqual([]);
});
