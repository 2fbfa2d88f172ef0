import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

const START = '2026-03-02';

function completion(...records: StoredRecord[]): ComputedMeasure {
  return computeMeasure('programme-completion', { people: [aPerson(...records)] });
}

const attended = aSession({ on: START });
const ended = (endedOn: string, endReason: 'completed' | 'left' = 'completed') =>
  aPlacement({ startsOn: START, endedOn, endReason });

test.each([
  ['completed', '1 of 1'],
  ['transferred', '0 of 1'],
  ['referred-on', '0 of 1'],
  ['left', '0 of 1'],
  ['withdrawn', '0 of 1'],
  ['died', '0 of 1'],
] as const)('a journey that ended as %s: %s, and is among the counts by reason', (endReason, expected) => {
  const measure = completion(aPlacement({ startsOn: START, endedOn: '2026-06-30', endReason }), attended);
  expect(proportionOf(measure.headline)).toBe(expected);
  expect(measure.beside).toMatchObject({ ended: { count: 1 }, [`ended-${endReason}`]: { count: 1 } });
});

test('counts journeys that ended in the 12 months to the month’s last day', () => {
  const on = (endedOn: string) =>
    proportionOf(
      completion(
        aPlacement({ startsOn: '2025-09-01', endedOn, endReason: 'completed' }),
        aSession({ on: '2025-09-01' }),
      ).headline,
    );
  expect(on('2025-10-31')).toBe('0 of 0');
  expect(on('2025-11-01')).toBe('1 of 1');
  expect(on('2026-10-10')).toBe('1 of 1');
  expect(on('2026-11-01')).toBe('0 of 0');
});

test('a journey that is open has not ended', () => {
  expect(proportionOf(completion(aPlacement({ startsOn: START }), attended).headline)).toBe('0 of 0');
});

describe('a journey that ended without an attended session', () => {
  test.each([
    ['no session', []],
    ['a telephone call', [aSession({ on: START, kind: 'telephone' })]],
    ['a session with family only', [aSession({ on: START, attendance: 'family-only' })]],
    ['a session not attended', [aSession({ on: START, attendance: 'did-not-attend' })]],
  ])('is left out: %s', (_, sessions) => {
    const measure = completion(ended('2026-03-20', 'left'), ...sessions);
    expect(measure.headline).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'not-started': { count: 1, people: 1 } },
    });
    expect(measure.beside).toMatchObject({ ended: { count: 0 }, 'ended-left': { count: 0 } });
  });
});

test('an end that another placement follows within 21 days is none', () => {
  const left = ended('2026-06-01', 'left');
  const again = (startsOn: string) =>
    proportionOf(completion(left, attended, aPlacement({ startsOn })).headline);
  expect(again('2026-06-22')).toBe('0 of 0');
  expect(again('2026-06-23')).toBe('0 of 1');
});

test('a person with two journeys counts twice, as one person', () => {
  const { headline } = completion(
    ended('2026-05-01'),
    attended,
    aPlacement({ startsOn: '2026-06-01', endedOn: '2026-07-01', endReason: 'left' }),
    aSession({ on: '2026-06-01' }),
  );
  expect(headline).toMatchObject({
    numerator: { count: 1, people: 1 },
    denominator: { count: 2, people: 1 },
    complement: 1,
  });
});

test('is provisional while an end other than by completion or death is less than 21 days old', () => {
  const marks = (endedOn: string, endReason: 'left' | 'completed' | 'died' = 'left') => {
    const placement = aPlacement({ startsOn: START, endedOn, endReason });
    const { headline, beside } = completion(placement, attended);
    return [headline, beside['ended'], beside['ended-left'], beside['ended-withdrawn']].map(
      (figure) => figure !== undefined && 'marks' in figure && figure.marks.includes('p'),
    );
  };
  expect(marks('2026-10-11')).toEqual([true, true, true, false]);
  expect(marks('2026-10-10')).toEqual([false, false, false, false]);
  expect(marks('2026-10-31', 'completed')).toEqual([false, false, false, false]);
  expect(marks('2026-10-31', 'died')).toEqual([false, false, false, false]);
});

test('where another commissioner takes over, the journey was transferred', () => {
  const { beside } = completion(
    ended('2026-05-01', 'left'),
    attended,
    aPlacement({ startsOn: '2026-05-02', commissioner: 'southport' }),
  );
  expect(beside).toMatchObject({ 'ended-transferred': { count: 1 }, 'ended-left': { count: 0 } });
});

test('the reasons add up to the journeys that ended, which are the denominator', () => {
  const { headline, beside, sums } = completion(ended('2026-05-01'), attended);
  expect(sums['ended']).toEqual(Object.keys(beside).filter((name) => name !== 'ended'));
  expect(headline).toMatchObject({ population: 'ended' });
  expect(beside['ended']).toMatchObject({ population: 'ended' });
});

test('splits are by the journey’s first placement', () => {
  const { splits } = completion(
    aPlacement({ startsOn: START, funding: 'block', block: 'B1', endedOn: '2026-04-01', endReason: 'left' }),
    aPlacement({ startsOn: '2026-04-02', endedOn: '2026-06-01', endReason: 'completed' }),
    attended,
  );
  expect(Object.keys(splits['funding'] ?? {})).toEqual(['block']);
});

test('without journeys that ended the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['programme-completion']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
