import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

/** A journey of 60 days or so that ended, attended on its first day. */
function journey(startsOn: string, endedOn: string, endReason: 'completed' | 'left' = 'completed') {
  return [aPlacement({ startsOn, endedOn, endReason }), aSession({ on: startsOn })];
}

function returns(month: string, ...records: StoredRecord[]): string {
  const people = [aPerson(...records)];
  return proportionOf(computeMeasure('re-presentation', { people, month }).headline);
}

describe('a return', () => {
  const after = (month: string, completedOn: string, startsOn: string) =>
    returns(month, ...journey('2022-06-01', completedOn), aPlacement({ startsOn }));

  test('counts before the same date six calendar months on', () => {
    expect(after('2023-06', '2022-09-15', '2023-03-14')).toBe('1 of 1');
    expect(after('2023-06', '2022-09-15', '2023-03-15')).toBe('0 of 1');
  });

  test('counts before the last day of a month that is shorter', () => {
    expect(after('2023-02', '2022-08-31', '2023-02-27')).toBe('1 of 1');
    expect(after('2023-02', '2022-08-31', '2023-02-28')).toBe('0 of 1');
  });

  test('in a leap year: of a completion on 31 August, 28 February counts and the 29th does not', () => {
    const leap = (startsOn: string) =>
      returns('2024-02', ...journey('2023-06-01', '2023-08-31'), aPlacement({ startsOn }));
    expect(leap('2024-02-28')).toBe('1 of 1');
    expect(leap('2024-02-29')).toBe('0 of 1');
  });

  test('counts on the day of completion', () => {
    expect(after('2023-06', '2022-09-15', '2022-09-15')).toBe('1 of 1');
  });

  test('is no return when it begins before the completion: that is the same journey', () => {
    const records = [...journey('2022-06-01', '2022-09-15'), aPlacement({ startsOn: '2022-09-14' })];
    expect(returns('2023-06', ...records)).toBe('0 of 0');
  });

  test('counts whether or not a session was attended, and once', () => {
    const attended = [aPlacement({ startsOn: '2022-10-01' }), aSession({ on: '2022-10-01' })];
    expect(returns('2023-06', ...journey('2022-06-01', '2022-09-15'), ...attended)).toBe('1 of 1');
    const twice = [...journey('2022-10-01', '2022-11-01', 'left'), aPlacement({ startsOn: '2023-01-10' })];
    expect(returns('2023-06', ...journey('2022-06-01', '2022-09-15'), ...twice)).toBe('1 of 1');
  });

  test.each([
    ['to aftercare', aPlacement({ startsOn: '2022-10-01', service: 'aftercare' })],
    ['paid for by another commissioner', aPlacement({ startsOn: '2022-10-01', commissioner: 'southport' })],
    ['that has not begun', aPlacement({ referredOn: '2023-06-30', startsOn: '2023-07-01' })],
  ])('%s is none', (_, placement) => {
    expect(returns('2023-06', ...journey('2022-06-01', '2022-09-15'), placement)).toBe('0 of 1');
  });
});

describe('the journeys', () => {
  test('ended in the first 6 of the 12 months', () => {
    const ended = (endedOn: string) => returns('2026-10', ...journey('2025-09-01', endedOn));
    expect(['2025-10-31', '2025-11-01', '2026-04-30', '2026-05-01'].map(ended)).toEqual([
      '0 of 0',
      '0 of 1',
      '0 of 1',
      '0 of 0',
    ]);
  });

  test('were completed', () => {
    expect(returns('2026-10', ...journey('2025-09-01', '2026-01-31', 'left'))).toBe('0 of 0');
  });

  test('had an attended session; others are left out and counted', () => {
    const people = [
      aPerson(aPlacement({ startsOn: '2025-12-01', endedOn: '2026-01-31', endReason: 'completed' })),
    ];
    expect(computeMeasure('re-presentation', { people }).headline).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'not-started': { count: 1 } },
    });
  });

  test('are two of one person who completed, returned and completed again', () => {
    const records = [...journey('2025-09-01', '2025-11-30'), ...journey('2026-01-05', '2026-03-31')];
    expect(returns('2026-10', ...records)).toBe('1 of 2');
  });
});

test('without completed journeys the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['re-presentation']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
