import { describe, expect, test } from 'vitest';
import type { ComputedSurvival } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { aLapse, aPerson, aPlacement, aPositiveTest, aSession, aTest } from '../../support/records.ts';

const START = '2026-03-02';

/** The date `days` after aftercare began. */
function on(days: number): string {
  return dateOfDay(dayOf(START) + days);
}

const aftercare = (fields: Parameters<typeof aPlacement>[0] = {}) =>
  aPlacement({ service: 'aftercare', startsOn: START, ...fields });

function survivalOf(people: readonly PersonRecords[], rule?: string): ComputedSurvival {
  const measure = computeMeasure('aftercare-abstinence', { people });
  const figure = rule === undefined ? measure.headline : measure.sensitivity[rule];
  if (figure?.kind !== 'survival') throw new Error('no survival figure');
  return figure;
}

/** What ended one placement in aftercare, and when, in days from its first day. */
function ending(records: readonly StoredRecord[], rule?: string): string {
  const figure = survivalOf([aPerson(...records)], rule);
  if (figure.journeys.count !== 1) return `${figure.journeys.count} placements`;
  const part = Object.entries(figure.parts).find(([, { count }]) => count === 1)?.[0];
  if (part === undefined || figure.median.state !== 'estimated') return 'no event';
  return `${part} on day ${figure.median.value}`;
}

describe('an event in aftercare', () => {
  test.each([
    ['an unexplained positive test', aPositiveTest({ on: on(40) }), 'lapsed on day 40'],
    ['a refused test', aTest({ on: on(50), status: 'refused' }), 'lapsed on day 50'],
    ['a lapse that was opened', aLapse({ openedOn: on(33) }), 'lapsed on day 33'],
    ['a positive hair test', aPositiveTest({ on: on(9), matrix: 'hair' }), 'no event'],
    ['a missed test', aTest({ on: on(9), status: 'missed' }), 'no event'],
    ['a positive test before it', aPositiveTest({ on: on(-1) }), 'no event'],
  ])('%s: %s', (_, record, expected) => {
    expect(ending([aftercare(), record])).toBe(expected);
  });

  test.each([
    ['left', 'left-unplanned on day 60'],
    ['withdrawn', 'left-unplanned on day 60'],
    ['died', 'died on day 60'],
    ['completed', 'no event'],
    ['transferred', 'no event'],
    ['referred-on', 'no event'],
  ] as const)('an end as %s: %s', (endReason, expected) => {
    expect(ending([aftercare({ endedOn: on(60), endReason })])).toBe(expected);
  });

  test('is none after the aftercare has ended', () => {
    expect(
      ending([aftercare({ endedOn: on(60), endReason: 'completed' }), aLapse({ openedOn: on(61) })]),
    ).toBe('no event');
  });

  test('is none of a journey that is open at the same time: the test belongs to that', () => {
    expect(ending([aftercare(), aPlacement({ startsOn: on(30) }), aPositiveTest({ on: on(40) })])).toBe(
      'no event',
    );
  });
});

describe('the placements', () => {
  const count = (...records: StoredRecord[]) => survivalOf([aPerson(...records)]).journeys.count;

  test('are those in aftercare whose goal is abstinence', () => {
    expect(count(aftercare())).toBe(1);
    expect(count(aftercare({ goal: 'reduction' }))).toBe(0);
    expect(count(aPlacement({ startsOn: START }), aSession({ on: START }))).toBe(0);
  });

  test('have their first day in the 12 months to the month’s last day', () => {
    const begun = ['2025-10-31', '2025-11-01', '2026-10-31', '2026-11-01'].map((startsOn) =>
      count(aftercare({ startsOn })),
    );
    expect(begun).toEqual([0, 1, 1, 0]);
  });

  test('are followed each on its own, from its first day, whether or not a session was attended', () => {
    const first = aftercare({ endedOn: on(60), endReason: 'left' });
    const figure = survivalOf([
      aPerson(first, aftercare({ startsOn: on(70) }), aLapse({ openedOn: on(90) })),
    ]);
    expect(figure.journeys).toEqual({ count: 2, people: 1 });
    expect(figure.parts).toMatchObject({ lapsed: { count: 1 }, 'left-unplanned': { count: 1 } });
    // The lapse is on day 20 of the second placement.
    expect(figure.points[0]).toMatchObject({ day: 28, value: 0.5 });
  });
});

describe('the other rules', () => {
  test('missed tests count as positive', () => {
    const missed = aTest({ on: on(20), status: 'missed' });
    expect(ending([aftercare(), missed], 'missed-counts-as-positive')).toBe('lapsed on day 20');
  });

  test('positive tests before a first negative one are passed over', () => {
    const early = aPositiveTest({ on: on(3) });
    expect(ending([aftercare(), early], 'positive-before-first-negative-ignored')).toBe('no event');
  });

  test('28 days without contact end it', () => {
    expect(ending([aftercare(), aSession({ on: on(30) })], 'silence-counts-as-exit')).toBe(
      'left-unplanned on day 31',
    );
  });
});

test('four placements, worked out by hand', () => {
  // A lapse on day 20, a planned end on day 40, left on day 70, one open: S(28) = 3/4, S(56) = 3/4, S(84) = 3/4·1/2.
  const people = [
    [aftercare(), aLapse({ openedOn: on(20) })],
    [aftercare({ personRef: 'P2', endedOn: on(40), endReason: 'completed' })],
    [aftercare({ personRef: 'P3', endedOn: on(70), endReason: 'left' })],
    [aftercare({ personRef: 'P4' })],
  ].map((records) => aPerson(...records));
  const { points } = survivalOf(people);
  expect(points.map((point) => (point.state === 'estimated' ? point.value : point.reason))).toEqual([
    0.75, 0.75, 0.375, 0.375,
  ]);
  const { occupancy } = computeMeasure('aftercare-abstinence', { people }).beside;
  if (occupancy?.kind !== 'incidence') throw new Error('no occupancy');
  expect(occupancy.unit).toBe('placements');
  expect(occupancy.causes['moved-on']?.points[2]).toMatchObject({ day: 84, value: 0.25 });
});

test('without placements the figure is unavailable, never 0', () => {
  const { headline } = computeMeasure('aftercare-abstinence', { people: [] });
  if (headline.kind !== 'survival') throw new Error('no survival');
  expect(headline.points[0]).toEqual({ day: 28, state: 'unavailable', reason: 'no-eligible' });
  expect(documentOf({ people: [] }).measures['aftercare-abstinence']).toMatchObject({ kind: 'survival' });
});
