import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aReview, aSession } from '../../support/records.ts';

const START = '2026-03-02';
const END = '2026-06-01';

function outcome(...people: PersonRecords[]): ComputedMeasure {
  return computeMeasure('intervention-outcome', { people });
}

/** One person's share of one kind of intervention, which is also the headline. */
function share(kind: 'recovery' | 'crisis' | 'closure', ...records: StoredRecord[]): string {
  const { headline, beside } = outcome(aPerson(...records));
  expect(proportionOf(headline)).toBe(proportionOf(beside[kind]));
  return proportionOf(beside[kind]);
}

const attended = aSession({ on: START });
const ended = (intervention: 'recovery' | 'closure', endedOn = END) =>
  aPlacement({ startsOn: START, intervention, endedOn, endReason: 'left' });

describe('recovery', () => {
  const exit = (fields: Parameters<typeof aReview>[0] = {}) =>
    aReview({ stage: 'exit', reviewedOn: '2026-05-29', recoverySupport: 'mutual-aid', ...fields });
  const recovery = (...records: StoredRecord[]) => share('recovery', ended('recovery'), attended, ...records);

  test.each(['peer-support', 'mutual-aid', 'faith-based', 'other'] as const)('has %s at exit', (support) => {
    expect(recovery(exit({ recoverySupport: support }))).toBe('1 of 1');
  });

  test.each([
    ['none at exit', exit({ recoverySupport: 'none' })],
    ['an exit review that does not say', aReview({ stage: 'exit', reviewedOn: '2026-05-29' })],
    ['support at a review before', exit({ stage: 'review' })],
    ['support at a review after exit', exit({ stage: 'post-exit', reviewedOn: '2026-06-20' })],
  ])('is not reached by %s', (_, review) => {
    expect(recovery(review)).toBe('0 of 1');
  });

  test('is not reached without any review', () => {
    expect(recovery()).toBe('0 of 1');
  });

  test('goes by the latest exit review, after the end too', () => {
    const later = (recoverySupport: 'none' | 'other') => exit({ reviewedOn: '2026-06-09', recoverySupport });
    expect(recovery(exit(), later('none'))).toBe('0 of 1');
    expect(recovery(exit({ recoverySupport: 'none' }), later('other'))).toBe('1 of 1');
  });

  test('is known from an exit review up to 14 days after the end, when aftercare has begun, too', () => {
    const aftercare = aPlacement({ service: 'aftercare', startsOn: '2026-06-02' });
    expect(recovery(exit({ reviewedOn: '2026-06-15' }))).toBe('1 of 1');
    expect(recovery(exit({ reviewedOn: '2026-06-15' }), aftercare)).toBe('1 of 1');
    expect(recovery(exit({ reviewedOn: '2026-06-16' }))).toBe('0 of 1');
    expect(recovery(exit({ reviewedOn: '2026-06-16' }), aftercare)).toBe('0 of 1');
  });

  test('goes by the journey’s own exit review', () => {
    const again = [
      aPlacement({
        startsOn: '2026-08-03',
        intervention: 'recovery',
        endedOn: '2026-09-01',
        endReason: 'left',
      }),
      aSession({ on: '2026-08-03' }),
    ];
    expect(recovery(exit(), ...again)).toBe('1 of 2');
  });
});

describe('closure', () => {
  const family = (on: string, fields: Parameters<typeof aSession>[0] = {}) =>
    aSession({ on, kind: 'family-group', ...fields });
  const closure = (...records: StoredRecord[]) => share('closure', ended('closure'), attended, ...records);
  const two = [family('2026-03-10'), family('2026-03-17')];

  test('takes three family sessions', () => {
    expect(closure(...two)).toBe('0 of 1');
    expect(closure(...two, family('2026-03-24'))).toBe('1 of 1');
  });

  test.each([
    ['a family one-to-one', family('2026-03-24', { kind: 'family-one-to-one' })],
    ['a group for carers', family('2026-03-24', { kind: 'carer-group' })],
    ['a joint group', family('2026-03-24', { kind: 'joint-group' })],
    ['a family workshop', family('2026-03-24', { kind: 'family-workshop' })],
    ['a session of family alone', family('2026-03-24', { attendance: 'family-only' })],
    [
      'a one-to-one with family',
      family('2026-03-24', { kind: 'one-to-one', family: [{ ref: 'F1', relationship: 'parent' }] }),
    ],
    ['one on the last day', family(END)],
  ])('counts %s', (_, session) => {
    expect(closure(...two, session)).toBe('1 of 1');
  });

  test.each([
    ['a session not attended', family('2026-03-24', { attendance: 'did-not-attend' })],
    ['a session without family', family('2026-03-24', { kind: 'one-to-one' })],
    ['one after the end', family('2026-06-02')],
  ])('does not count %s', (_, session) => {
    expect(closure(...two, session)).toBe('0 of 1');
  });
});

describe('crisis', () => {
  const crisis = (fields: Parameters<typeof aPlacement>[0], ...records: StoredRecord[]) =>
    share('crisis', aPlacement({ intervention: 'crisis', ...fields }), ...records);

  test('is reached with a first attended session, while the journey is open too', () => {
    expect(crisis({ referredOn: '2026-02-20', startsOn: START }, attended)).toBe('1 of 1');
    expect(crisis({ referredOn: '2026-02-20', startsOn: START })).toBe('0 of 1');
    expect(crisis({ startsOn: START }, aSession({ on: START, kind: 'telephone' }))).toBe('0 of 1');
  });

  test('is not reached when it ended before a session, or the placement has not begun', () => {
    expect(crisis({ startsOn: START, endedOn: '2026-03-05', endReason: 'left' })).toBe('0 of 1');
    expect(crisis({ referredOn: '2026-09-01', startsOn: '2026-11-09' })).toBe('0 of 1');
  });

  test('is of referrals of the 12 months, 21 days ago or more; later ones are left out and counted', () => {
    const referred = (referredOn: string) => crisis({ referredOn, startsOn: '2026-10-30' });
    expect(referred('2025-10-31')).toBe('0 of 0');
    expect(referred('2025-11-01')).toBe('0 of 1');
    expect(referred('2026-10-10')).toBe('0 of 1');
    expect(referred('2026-10-11')).toBe('0 of 0');
    const late = aPlacement({ intervention: 'crisis', referredOn: '2026-10-11', startsOn: '2026-10-30' });
    expect(outcome(aPerson(late)).headline).toMatchObject({
      excluded: { 'referred-within-21-days': { count: 1 }, 'not-started': { count: 0 } },
    });
  });

  test('has a placement that would continue an open journey in that journey alone', () => {
    const next = aPlacement({ intervention: 'crisis', referredOn: '2026-09-01', startsOn: '2026-11-09' });
    expect(crisis({ startsOn: START }, attended, next)).toBe('1 of 1');
    expect(crisis({ startsOn: START }, next)).toBe('0 of 1');
  });
});

describe('recovery and closure', () => {
  test('are of journeys that ended in the 12 months to the month’s last day', () => {
    const on = (endedOn: string) =>
      share(
        'closure',
        aPlacement({ startsOn: '2025-09-01', intervention: 'closure', endedOn, endReason: 'completed' }),
        aSession({ on: '2025-09-01' }),
      );
    expect(on('2025-10-31')).toBe('0 of 0');
    expect(on('2025-11-01')).toBe('0 of 1');
    expect(on('2026-11-01')).toBe('0 of 0');
  });

  test('leave out, and count, journeys that ended without an attended session', () => {
    expect(outcome(aPerson(ended('recovery'))).beside['recovery']).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'not-started': { count: 1 } },
    });
  });

  test('are provisional while an end is less than 21 days old', () => {
    expect(share('recovery', ended('recovery', '2026-10-11'), attended)).toBe('0 of 1 p');
    expect(share('recovery', ended('recovery', '2026-10-10'), attended)).toBe('0 of 1');
  });
});

test('the headline is of the three together, by the journey’s first placement', () => {
  const at = (personRef: string, intervention: 'recovery' | 'crisis' | 'closure' | undefined) =>
    aPerson(
      aPlacement({
        personRef,
        startsOn: START,
        endedOn: END,
        endReason: 'completed',
        ...(intervention === undefined ? {} : { intervention }),
      }),
      aSession({ personRef, on: START }),
    );
  const { headline, beside, splits } = outcome(
    at('P1', 'recovery'),
    at('P2', 'crisis'),
    at('P3', 'crisis'),
    at('P4', 'closure'),
    at('P5', undefined),
  );
  expect(proportionOf(headline)).toBe('2 of 4');
  expect(Object.values(beside).map(proportionOf)).toEqual(['0 of 1', '2 of 2', '0 of 1']);
  expect(Object.keys(splits['intervention'] ?? {})).toEqual(['closure', 'crisis', 'recovery']);
});

test('the three add up to the headline, which the disclosure rule is told', () => {
  expect(outcome().sums).toEqual({
    headline: ['recovery', 'crisis', 'closure'],
    'headline/numerator': ['recovery/numerator', 'crisis/numerator', 'closure/numerator'],
    'headline/complement': ['recovery/complement', 'crisis/complement', 'closure/complement'],
  });
});

test('without journeys the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['intervention-outcome']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
