import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

const START = '2026-03-02';

const uptake = (...records: StoredRecord[]) =>
  computeMeasure('aftercare-uptake', { people: [aPerson(...records)] }).headline;

function completed(endedOn: string, startsOn = START): StoredRecord[] {
  return [aPlacement({ startsOn, endedOn, endReason: 'completed' }), aSession({ on: startsOn })];
}

describe('aftercare', () => {
  const after = (fields: Parameters<typeof aPlacement>[0]) =>
    proportionOf(uptake(...completed('2026-06-01'), aPlacement({ service: 'aftercare', ...fields })));

  test('is taken up on the day of completion and up to 28 days after it', () => {
    expect(after({ startsOn: '2026-06-01' })).toBe('1 of 1');
    expect(after({ startsOn: '2026-06-29' })).toBe('1 of 1');
    expect(after({ startsOn: '2026-06-30' })).toBe('0 of 1');
  });

  test('is taken up when it was open on the day of completion', () => {
    expect(after({ startsOn: '2026-05-01' })).toBe('1 of 1');
    expect(after({ startsOn: '2026-05-01', endedOn: '2026-06-01', endReason: 'left' })).toBe('1 of 1');
    expect(after({ startsOn: '2026-05-01', endedOn: '2026-05-31', endReason: 'left' })).toBe('0 of 1');
  });

  test('is this commissioner’s, and no day programme', () => {
    expect(after({ startsOn: '2026-06-02', commissioner: 'southport' })).toBe('0 of 1');
    expect(after({ startsOn: '2026-06-02', service: 'day-programme' })).toBe('0 of 1');
  });
});

describe('the journeys', () => {
  test('were completed 28 days ago or more; later ones are left out and counted', () => {
    expect(proportionOf(uptake(...completed('2026-10-03')))).toBe('0 of 1');
    expect(uptake(...completed('2026-10-04'))).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'completed-within-28-days': { count: 1, people: 1 }, 'not-started': { count: 0 } },
    });
  });

  test('were completed in the 12 months to the month’s last day', () => {
    expect(proportionOf(uptake(...completed('2025-10-31', '2025-09-01')))).toBe('0 of 0');
    expect(proportionOf(uptake(...completed('2025-11-01', '2025-09-01')))).toBe('0 of 1');
  });

  test('were completed, not ended otherwise', () => {
    const left = aPlacement({ startsOn: START, endedOn: '2026-06-01', endReason: 'left' });
    expect(proportionOf(uptake(left, aSession({ on: START })))).toBe('0 of 0');
  });

  test('had an attended session; others are left out and counted', () => {
    const [placement] = completed('2026-06-01');
    expect(uptake(placement!)).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'completed-within-28-days': { count: 0 }, 'not-started': { count: 1 } },
    });
  });
});

test('without completed journeys the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['aftercare-uptake']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
