import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

type Reason = 'completed' | 'transferred' | 'referred-on' | 'left' | 'withdrawn' | 'died';

/** The share of one journey that started on `start` and ended so many days later. */
function exit(start: string, days?: number, endReason: Reason = 'left', month = '2026-10'): string {
  const ended = days === undefined ? {} : { endedOn: dateOfDay(dayOf(start) + days), endReason };
  const people = [aPerson(aPlacement({ startsOn: start, ...ended }), aSession({ on: start }))];
  return proportionOf(computeMeasure('early-unplanned-exit', { people, month }).headline);
}

describe('an early unplanned exit', () => {
  test('is one before day 84', () => {
    expect(exit('2026-03-02', 0)).toBe('1 of 1');
    expect(exit('2026-03-02', 83)).toBe('1 of 1');
    expect(exit('2026-03-02', 84)).toBe('0 of 1');
  });

  test('is counted by the calendar: day 83 from 1 February 2024, a leap year, is 24 April', () => {
    const on = (endedOn: string) =>
      exit('2024-02-01', dayOf(endedOn) - dayOf('2024-02-01'), 'left', '2024-10');
    expect(on('2024-04-24')).toBe('1 of 1');
    expect(on('2024-04-25')).toBe('0 of 1');
  });

  test.each([
    ['left', '1 of 1'],
    ['withdrawn', '1 of 1'],
    ['died', '0 of 1'],
    ['completed', '0 of 1'],
    ['transferred', '0 of 1'],
    ['referred-on', '0 of 1'],
  ] as const)('%s: %s', (reason, expected) => {
    expect(exit('2026-03-02', 40, reason)).toBe(expected);
  });

  test('is counted from the first attended session, not from the placement’s first day', () => {
    // Day 0 is 5 March; day 83 of it is day 86 of the placement.
    const people = [
      aPerson(
        aPlacement({ startsOn: '2026-03-02', endedOn: '2026-05-27', endReason: 'left' }),
        aSession({ on: '2026-03-05' }),
      ),
    ];
    expect(proportionOf(computeMeasure('early-unplanned-exit', { people }).headline)).toBe('1 of 1');
  });

  test('is none when a placement within 21 days continues the journey', () => {
    const people = [
      aPerson(
        aPlacement({ startsOn: '2026-03-02', endedOn: '2026-04-01', endReason: 'left' }),
        aPlacement({ startsOn: '2026-04-22' }),
        aSession({ on: '2026-03-02' }),
      ),
    ];
    expect(proportionOf(computeMeasure('early-unplanned-exit', { people }).headline)).toBe('0 of 1');
  });

  test('is provisional for 21 days, a later exit is not', () => {
    expect(exit('2026-08-08', dayOf('2026-10-11') - dayOf('2026-08-08'))).toBe('1 of 1 p');
    expect(exit('2026-08-08', dayOf('2026-10-10') - dayOf('2026-08-08'))).toBe('1 of 1');
    expect(exit('2026-07-20', dayOf('2026-10-20') - dayOf('2026-07-20'))).toBe('0 of 1');
  });
});

describe('the journeys', () => {
  test('have their day 0 in the 12 months that end 84 days before the month’s last day', () => {
    // 84 days before 31 October 2026 is 8 August.
    expect(exit('2026-08-08')).toBe('0 of 1');
    expect(exit('2026-08-09')).toBe('0 of 0');
    expect(exit('2025-08-09')).toBe('0 of 1');
    expect(exit('2025-08-08')).toBe('0 of 0');
  });

  test('are still among them when they ended long ago', () => {
    expect(exit('2025-08-09', 5)).toBe('1 of 1');
  });

  test('have any goal, and an attended session', () => {
    const people = [
      aPerson(aPlacement({ goal: 'safer-use' }), aSession()),
      aPerson(aPlacement({ personRef: 'P2' })),
    ];
    expect(proportionOf(computeMeasure('early-unplanned-exit', { people }).headline)).toBe('0 of 1');
  });

  test('are the same that effective treatment is of', () => {
    const people = [aPerson(aPlacement(), aSession())];
    for (const id of ['early-unplanned-exit', 'effective-treatment'])
      expect(computeMeasure(id, { people }).headline).toMatchObject({ population: 'matured-starts' });
  });
});

test('without journeys the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['early-unplanned-exit']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
