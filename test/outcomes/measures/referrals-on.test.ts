import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aLapse, aPerson, aPlacement } from '../../support/records.ts';

const open = aPlacement({ startsOn: '2025-06-02' });

const referrals = (...records: StoredRecord[]) =>
  computeMeasure('referrals-on', { people: [aPerson(...records)] });

const relapsed = (closedOn: string, openedOn = '2025-10-01', referredTo?: string) =>
  aLapse({ openedOn, outcome: 'relapsed', closedOn, ...(referredTo === undefined ? {} : { referredTo }) });

const share = (...records: StoredRecord[]) => proportionOf(referrals(...records).headline);

test('a relapse is referred on when its record names to whom', () => {
  expect(share(open, relapsed('2026-06-01', '2026-05-01', 'detox'))).toBe('1 of 1');
  expect(share(open, relapsed('2026-06-01', '2026-05-01'))).toBe('0 of 1');
});

describe('the lapses', () => {
  test('ended in the 12 months to the month’s last day, whenever they opened', () => {
    const ended = ['2025-10-31', '2025-11-01', '2026-10-31', '2026-11-01'].map((on) =>
      share(open, relapsed(on)),
    );
    expect(ended).toEqual(['0 of 0', '0 of 1', '0 of 1', '0 of 0']);
  });

  test.each([
    ['recovered', aLapse({ outcome: 'recovered', returnedOn: '2026-02-10' })],
    ['exited', aLapse({ outcome: 'exited', closedOn: '2026-02-10' })],
    ['open', aLapse()],
  ])('are not those recorded as %s', (_, lapse) => {
    expect(share(open, lapse)).toBe('0 of 0');
  });

  test('are not those of a journey that ended as referred on, without a relapse on record', () => {
    const referredOn = aPlacement({ endedOn: '2026-03-01', endReason: 'referred-on' });
    expect(share(referredOn, aLapse())).toBe('0 of 0');
  });

  test('opened in the programme or in aftercare, and may be closed after it', () => {
    const left = aPlacement({ startsOn: '2025-06-02', endedOn: '2026-05-01', endReason: 'left' });
    expect(share(left, relapsed('2026-05-20', '2026-05-01'))).toBe('0 of 1');
    expect(share(left, relapsed('2026-05-20', '2026-05-02'))).toBe('0 of 0');
    const aftercare = aPlacement({ service: 'aftercare', startsOn: '2026-05-02' });
    expect(share(left, aftercare, relapsed('2026-05-20', '2026-05-02'))).toBe('0 of 1');
  });

  test('of one person are counted each, split by the placement in which they opened', () => {
    const ended = aPlacement({ startsOn: '2025-06-02', endedOn: '2026-05-01', endReason: 'completed' });
    const aftercare = aPlacement({ service: 'aftercare', startsOn: '2026-05-02' });
    const { headline, splits } = referrals(
      ended,
      aftercare,
      relapsed('2026-02-10', '2026-02-02', 'detox'),
      relapsed('2026-06-10', '2026-06-02'),
    );
    expect(headline).toMatchObject({
      numerator: { count: 1, people: 1 },
      denominator: { count: 2, people: 1 },
      complement: 1,
    });
    expect(proportionOf(splits['service']?.['day-programme'])).toBe('1 of 1');
    expect(proportionOf(splits['service']?.['aftercare'])).toBe('0 of 1');
  });
});

test('without relapses the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['referrals-on']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
