import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

function waiting(...people: PersonRecords[]): ComputedMeasure {
  return computeMeasure('waiting-time', { people });
}

/** Who still waits: all of them, more than 21 days, 21 days or less. */
function stillWaiting(...records: StoredRecord[]): number[] {
  const { beside } = waiting(aPerson(...records));
  return ['still-waiting', 'still-waiting-over-21', 'still-waiting-to-21'].map((name) => {
    const figure = beside[name];
    return figure?.kind === 'count' ? figure.count : Number.NaN;
  });
}

describe('a start', () => {
  const started = (referredOn: string, on: string) =>
    proportionOf(waiting(aPerson(aPlacement({ referredOn, startsOn: on }), aSession({ on }))).headline);

  test('is in time 21 days after the referral, not 22', () => {
    expect(started('2026-02-02', '2026-02-23')).toBe('1 of 1');
    expect(started('2026-02-02', '2026-02-24')).toBe('0 of 1');
  });

  test('is counted by the calendar over the change of the clocks', () => {
    // The clocks went forward on 29 March 2026.
    expect(started('2026-03-16', '2026-04-06')).toBe('1 of 1');
    expect(started('2026-03-16', '2026-04-07')).toBe('0 of 1');
  });

  test('is on the London date of the session', () => {
    const at = (startsAt: string) =>
      proportionOf(
        waiting(
          aPerson(aPlacement({ referredOn: '2026-06-10', startsOn: '2026-06-20' }), aSession({ startsAt })),
        ).headline,
      );
    expect(at('2026-07-01T22:30:00Z')).toBe('1 of 1');
    expect(at('2026-07-01T23:30:00Z')).toBe('0 of 1');
  });

  test('is the first attended session, not the placement’s first day', () => {
    const placement = aPlacement({ referredOn: '2026-02-02', startsOn: '2026-02-09' });
    const late = waiting(
      aPerson(placement, aSession({ on: '2026-02-09', kind: 'telephone' }), aSession({ on: '2026-02-24' })),
    );
    expect(proportionOf(late.headline)).toBe('0 of 1');
  });

  test('lies in the 12 months to the month’s last day', () => {
    const on = (date: string) => started(date, date);
    expect(['2025-10-31', '2025-11-01', '2026-10-31', '2026-11-01'].map(on)).toEqual([
      '0 of 0',
      '1 of 1',
      '1 of 1',
      '0 of 0',
    ]);
  });

  test('counts from the referral of the journey’s first placement', () => {
    const { headline } = waiting(
      aPerson(
        aPlacement({
          referredOn: '2026-02-02',
          startsOn: '2026-02-09',
          endedOn: '2026-02-16',
          endReason: 'left',
        }),
        aPlacement({ referredOn: '2026-02-20', startsOn: '2026-02-23' }),
        aSession({ on: '2026-02-24' }),
      ),
    );
    expect(proportionOf(headline)).toBe('0 of 1');
  });

  test('before its referral is an error: left out and counted, and in no median', () => {
    const { headline, beside } = waiting(
      aPerson(
        aPlacement({ referredOn: '2026-02-10', startsOn: '2026-02-02' }),
        aSession({ on: '2026-02-09' }),
      ),
    );
    expect(headline).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'referred-after-start': { count: 1, people: 1 } },
    });
    expect(beside['days-waited']).toMatchObject({ median: { state: 'unavailable', reason: 'no-eligible' } });
  });
});

test('the median wait is of all starts', () => {
  const waited = (personRef: string, on: string) =>
    aPerson(aPlacement({ personRef, referredOn: '2026-02-02', startsOn: on }), aSession({ personRef, on }));
  const { beside } = waiting(
    waited('P1', '2026-02-02'),
    waited('P2', '2026-02-09'),
    waited('P3', '2026-02-14'),
    waited('P4', '2026-03-04'),
  );
  // Waits of 0, 7, 12 and 30 days.
  expect(beside['days-waited']).toMatchObject({ unit: 'days', median: { value: 9.5, people: 4 } });
});

describe('somebody still waits', () => {
  const begun = (referredOn: string) => aPlacement({ referredOn, startsOn: '2026-10-20' });

  test('for more than 21 days from the 22nd on', () => {
    expect(stillWaiting(begun('2026-10-10'))).toEqual([1, 0, 1]);
    expect(stillWaiting(begun('2026-10-09'))).toEqual([1, 1, 0]);
  });

  test('when the placement is to begin after the month', () => {
    expect(stillWaiting(aPlacement({ referredOn: '2026-10-01', startsOn: '2026-11-09' }))).toEqual([1, 1, 0]);
  });

  test('not when referred after the month', () => {
    expect(stillWaiting(aPlacement({ referredOn: '2026-11-01', startsOn: '2026-11-09' }))).toEqual([0, 0, 0]);
  });

  test('not once a session was attended, but after a telephone call', () => {
    expect(stillWaiting(begun('2026-10-10'), aSession({ on: '2026-10-20' }))).toEqual([0, 0, 0]);
    expect(stillWaiting(begun('2026-10-10'), aSession({ on: '2026-10-20', kind: 'telephone' }))).toEqual([
      1, 0, 1,
    ]);
  });

  test('not when the placement ended without one', () => {
    const gone = aPlacement({ startsOn: '2026-10-05', endedOn: '2026-10-20', endReason: 'left' });
    expect(stillWaiting(gone)).toEqual([0, 0, 0]);
  });

  test('again when referred again after an end', () => {
    const gone = aPlacement({ startsOn: '2026-10-05', endedOn: '2026-10-20', endReason: 'left' });
    const again = aPlacement({ referredOn: '2026-10-25', startsOn: '2026-11-03' });
    expect(stillWaiting(gone, aSession({ on: '2026-10-05' }), again)).toEqual([1, 0, 1]);
  });

  test('not for a further placement while on the programme, and not for aftercare', () => {
    const next = aPlacement({ referredOn: '2026-10-01', startsOn: '2026-11-09' });
    expect(stillWaiting(aPlacement(), aSession(), next)).toEqual([0, 0, 0]);
    const aftercare = aPlacement({ service: 'aftercare', referredOn: '2026-10-01', startsOn: '2026-11-09' });
    expect(stillWaiting(aftercare)).toEqual([0, 0, 0]);
  });

  test('once, from the earliest referral', () => {
    const one = aPlacement({ referredOn: '2026-10-25', startsOn: '2026-11-03' });
    const other = aPlacement({ referredOn: '2026-10-01', startsOn: '2026-11-09' });
    expect(stillWaiting(one, other)).toEqual([1, 1, 0]);
    expect(stillWaiting(other, one)).toEqual([1, 1, 0]);
  });

  test('is the same person whom the caseload has waiting', () => {
    const people = [aPerson(begun('2026-10-10'))];
    const same = { count: 1, people: 1, population: 'waiting' };
    expect(computeMeasure('waiting-time', { people }).beside['still-waiting']).toMatchObject(same);
    expect(computeMeasure('caseload', { people }).beside['waiting']).toMatchObject(same);
  });

  test('as a part of all who wait', () => {
    expect(waiting().sums).toEqual({ 'still-waiting': ['still-waiting-over-21', 'still-waiting-to-21'] });
  });

  test('and is in no split', () => {
    expect(waiting(aPerson(begun('2026-10-10'))).splits['provider']).toEqual({});
  });
});

test('without starts the figure is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['waiting-time']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
