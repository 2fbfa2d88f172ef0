import { describe, expect, test } from 'vitest';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { compute, computeMeasure } from '../../support/compute.ts';
import { leftOutOf, shareOf } from '../../support/read-figures.ts';
import { aPerson, aPlacement, aReview } from '../../support/records.ts';

const measured = (...people: PersonRecords[]) => computeMeasure('referrer-reports', { people });

type Referred = Parameters<typeof aPlacement>[0];

/** A placement `PL-<person>` whose referrer is to have reports. */
const referred = (fields: Referred = {}) =>
  aPlacement({ id: `PL-${fields.personRef ?? 'P1'}`, referrer: 'R1', reportAgreement: 'agreed', ...fields });

/** A person on whom reports on their placement were issued at noon of some dates. */
const told = (dates: string[], ...records: StoredRecord[]): PersonRecords => {
  const person = aPerson(...records);
  const reports = dates.map((date) => ({ at: `${date}T12:00:00.000Z`, placement: `PL-${person.personRef}` }));
  return { ...person, reports };
};

const review = (reviewedOn: string, personRef = 'P1') => aReview({ personRef, stage: 'review', reviewedOn });

/** A review on Wednesday 1 April 2026, whose tenth working day, over Easter, is Friday 17 April. */
const afterEaster = (...dates: string[]) =>
  shareOf(measured(told(dates, referred(), review('2026-04-01'))).headline);

describe('a report is in time', () => {
  test.each([
    ['2026-03-31', '0 of 1', 'not the day before the review'],
    ['2026-04-01', '1 of 1', 'on the day itself'],
    ['2026-04-17', '1 of 1', 'ten working days after it, Easter not counted'],
    ['2026-04-18', '0 of 1', 'not later'],
  ])('%s: %s, %s', (date, expected) => {
    expect(afterEaster(date)).toBe(expected);
  });

  test('by the London date of its issue', () => {
    const at = (instant: string) => ({
      ...aPerson(referred(), review('2026-04-01')),
      reports: [{ at: instant, placement: 'PL-P1' }],
    });
    expect(shareOf(measured(at('2026-04-17T22:59:59.000Z')).headline)).toBe('1 of 1');
    expect(shareOf(measured(at('2026-04-17T23:00:00.000Z')).headline)).toBe('0 of 1');
  });

  test('the first of several counts, one before the review does not', () => {
    expect(afterEaster('2026-03-01', '2026-04-10', '2026-06-01')).toBe('1 of 1');
    expect(afterEaster('2026-03-01', '2026-06-01')).toBe('0 of 1');
  });

  test('on this placement, not on another of the person', () => {
    const later = aPlacement({ id: 'PL-2', service: 'aftercare', startsOn: '2026-04-02' });
    const person = told([], referred(), later, review('2026-04-01'));
    const reports = [{ at: '2026-04-10T12:00:00.000Z', placement: 'PL-2' }];
    expect(shareOf(measured({ ...person, reports }).headline)).toBe('0 of 1');
  });
});

describe('a report is due', () => {
  const due = (...records: StoredRecord[]) => shareOf(measured(told(['2026-01-05'], ...records)).headline);
  const ended = { endedOn: '2026-04-10', endReason: 'left' } as const;

  test('for each review and each end, once a day', () => {
    expect(due(referred(), review('2026-03-02'), review('2026-04-01'))).toBe('0 of 2');
    expect(due(referred(ended), review('2026-03-02'))).toBe('0 of 2');
    expect(due(referred(ended), review('2026-04-10'))).toBe('0 of 1');
  });

  test('not for a start review, nor for the exit review beside the end', () => {
    expect(due(referred(), aReview({ reviewedOn: '2026-03-02' }))).toBe('0 of 0');
    expect(due(referred(ended), aReview({ stage: 'exit', reviewedOn: '2026-04-09' }))).toBe('0 of 1');
  });

  test('also when it was ordered, and in aftercare', () => {
    expect(due(referred({ reportAgreement: 'ordered' }), review('2026-04-01'))).toBe('0 of 1');
    expect(due(referred({ service: 'aftercare' }), review('2026-04-01'))).toBe('0 of 1');
  });

  test('from the month in which its tenth working day lies, for twelve months', () => {
    // The tenth working day after Friday 16 October 2026 is Friday 30 October, after Monday 19 it is 2 November;
    // after Friday 17 October 2025 it is 31 October, after Monday 20 it is 3 November.
    expect(due(referred(), review('2026-10-16'))).toBe('0 of 1');
    const late = measured(told(['2026-01-05'], referred(), review('2026-10-19'))).headline;
    expect([shareOf(late), leftOutOf(late)]).toEqual(['0 of 0', { 'not-yet-due': 1 }]);
    const since = referred({ startsOn: '2025-09-01' });
    expect(due(since, review('2025-10-17'))).toBe('0 of 0');
    expect(due(since, review('2025-10-20'))).toBe('0 of 1');
  });

  test('also on the first day of these months and on the last', () => {
    // The tenth working day after 16 September 2026 is the 30th; after 17 September 2025 it is 1 October.
    const inSeptember = (reviewedOn: string) => {
      const person = told(['2026-01-05'], referred({ startsOn: '2025-09-01' }), review(reviewedOn));
      return shareOf(computeMeasure('referrer-reports', { people: [person], month: '2026-09' }).headline);
    };
    expect(inSeptember('2026-09-16')).toBe('0 of 1');
    expect(inSeptember('2026-09-17')).toBe('0 of 0');
    expect(inSeptember('2025-09-17')).toBe('0 of 1');
    expect(inSeptember('2025-09-16')).toBe('0 of 0');
  });

  test('never without a referrer, and not where it was refused or nobody agreed', () => {
    expect(due(aPlacement({ id: 'PL-P1', reportAgreement: 'agreed' }), review('2026-04-01'))).toBe('0 of 0');
    const { headline } = measured(
      told([], referred({ reportAgreement: 'refused' }), review('2026-04-01')),
      told([], aPlacement({ personRef: 'P2', referrer: 'R1' }), review('2026-04-01', 'P2')),
    );
    expect([shareOf(headline), leftOutOf(headline)]).toEqual(['0 of 0', { 'not-agreed': 2 }]);
  });
});

describe('while no report was ever issued', () => {
  const silent = told([], referred(), review('2026-04-01'));
  const another = told(
    ['2026-06-01'],
    referred({ personRef: 'P2', sex: 'male' }),
    review('2026-04-01', 'P2'),
  );

  test('the share is not recorded, which the pack says instead of 0', () => {
    expect(measured(silent).headline).toMatchObject({ notRecorded: true });
    const document = disclose(compute({ people: [silent] }).computed, {
      revision: 1,
      asAt: '2026-11-05T06:00:00.000Z',
    });
    expect(document.measures['referrer-reports']).toMatchObject({
      state: 'unavailable',
      reason: 'not-recorded',
    });
  });

  test('one report on anybody, also one too late, makes it a share of all, in every split', () => {
    const measure = measured(silent, another);
    expect(shareOf(measure.headline)).toBe('0 of 2');
    expect(measure.headline).not.toHaveProperty('notRecorded');
    const women = measure.splits['sex']?.['female'];
    expect(shareOf(women)).toBe('0 of 1');
    expect(women).not.toHaveProperty('notRecorded');
  });

  test('nobody with a report due is nobody eligible', () => {
    expect(measured().headline).toEqual(measured(aPerson(aPlacement())).headline);
    expect(measured().headline).not.toHaveProperty('notRecorded');
  });
});
