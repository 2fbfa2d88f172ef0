import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

type Reason = 'completed' | 'transferred' | 'referred-on' | 'left' | 'withdrawn' | 'died';

function effective(start: string, days?: number, endReason: Reason = 'left'): string {
  const ended = days === undefined ? {} : { endedOn: dateOfDay(dayOf(start) + days), endReason };
  const people = [aPerson(aPlacement({ startsOn: start, ...ended }), aSession({ on: start }))];
  return proportionOf(computeMeasure('effective-treatment', { people }).headline);
}

describe('a journey is effective', () => {
  test('when it lasted 84 days, whatever ended it then', () => {
    expect(effective('2026-03-02', 83)).toBe('0 of 1');
    expect(effective('2026-03-02', 84)).toBe('1 of 1');
    expect(effective('2026-03-02', 84, 'died')).toBe('1 of 1');
  });

  test('when it is still open', () => {
    expect(effective('2026-08-08')).toBe('1 of 1');
  });

  test.each([
    ['completed', '1 of 1'],
    ['transferred', '0 of 1'],
    ['referred-on', '0 of 1'],
    ['left', '0 of 1'],
    ['withdrawn', '0 of 1'],
    ['died', '0 of 1'],
  ] as const)('when it ended sooner as %s: %s', (reason, expected) => {
    expect(effective('2026-03-02', 40, reason)).toBe(expected);
  });

  test('over a gap of 21 days, not of 22', () => {
    const again = (startsOn: string) => {
      const people = [
        aPerson(
          aPlacement({ startsOn: '2026-03-02', endedOn: '2026-04-01', endReason: 'left' }),
          aPlacement({ startsOn }),
          aSession({ on: '2026-03-02' }),
        ),
      ];
      return proportionOf(computeMeasure('effective-treatment', { people }).headline);
    };
    expect(again('2026-04-22')).toBe('1 of 1');
    expect(again('2026-04-23')).toBe('0 of 1');
  });
});

test('is of journeys begun 84 days ago or more, in a year of starts', () => {
  expect(effective('2026-08-09')).toBe('0 of 0');
  expect(effective('2025-08-09', 10, 'left')).toBe('0 of 1');
  expect(effective('2025-08-08')).toBe('0 of 0');
});

test('is provisional while an end before day 84 is less than 21 days old, unless by completion or death', () => {
  const days = (endedOn: string) => dayOf(endedOn) - dayOf('2026-08-08');
  expect(effective('2026-08-08', days('2026-10-11'), 'referred-on')).toBe('0 of 1 p');
  expect(effective('2026-08-08', days('2026-10-10'), 'referred-on')).toBe('0 of 1');
  expect(effective('2026-08-08', days('2026-10-11'), 'completed')).toBe('1 of 1');
  expect(effective('2026-08-08', days('2026-10-11'), 'died')).toBe('0 of 1');
  expect(effective('2026-08-08', days('2026-10-31'), 'left')).toBe('1 of 1');
});

test('without journeys the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['effective-treatment']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
