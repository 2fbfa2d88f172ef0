import { describe, expect, test } from 'vitest';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { aLapse, aPerson, aPlacement, aPositiveTest, aSession, aTest } from '../../support/records.ts';

const OPENED = '2026-06-01';

/** The date `days` after the lapse opened. */
function on(days: number): string {
  return dateOfDay(dayOf(OPENED) + days);
}

const oneToOne = (days: number) => aSession({ on: on(days), kind: 'one-to-one' });
const provided = (days: number) => aTest({ on: on(days) });
const recovered = (openedDays: number, days: number) =>
  aLapse({ openedOn: on(openedDays), outcome: 'recovered', returnedOn: on(days) });
const relapsed = (openedDays: number, days: number) =>
  aLapse({ openedOn: on(openedDays), outcome: 'relapsed', closedOn: on(days) });

/** On the programme from so many days before the lapse, with the group that is its day 0. */
const since = (days: number): StoredRecord[] => [
  aPlacement({ startsOn: on(-days) }),
  aSession({ on: on(-days) }),
];

/** Events in so many days of each figure: one-to-ones and tests in the lapse, then before it; lapses left out. */
function intensity(...people: PersonRecords[]): string {
  const { headline, beside } = computeMeasure('lapse-intensity', { people });
  const figures = [headline, beside['tests-in-lapse'], beside['one-to-ones-before'], beside['tests-before']];
  const rates = figures.map((figure) => {
    if (figure?.kind !== 'rate') throw new Error('no rate');
    if (figure.state === 'unavailable') return figure.reason;
    return `${figure.events.count} in ${Math.round(figure.exposure.amount * 7)}`;
  });
  const leftOut = beside['lapses-left-out'];
  return [...rates, `${leftOut?.kind === 'count' ? leftOut.count : '?'} left out`].join(', ');
}

const of = (...records: StoredRecord[]) => intensity(aPerson(...records));

describe('the days of a lapse', () => {
  test('are those after it opened, to the day of the return', () => {
    const events = [0, 1, 14, 15].flatMap((days) => [oneToOne(days), provided(days)]);
    expect(of(...since(60), recovered(0, 14), ...events)).toBe(
      '2 in 14, 2 in 14, 0 in 28, 0 in 28, 0 left out',
    );
  });

  test('of a lapse that ended on the day it opened are that day', () => {
    expect(of(...since(60), recovered(0, 0), oneToOne(0), oneToOne(1), provided(-1))).toBe(
      '1 in 1, 0 in 1, 0 in 28, 1 in 28, 0 left out',
    );
  });

  test('end with its record, without one with the return to the groups', () => {
    expect(of(...since(60), relapsed(0, 9), oneToOne(9), oneToOne(10))).toContain('1 in 9, 0 in 9');
    const group = aSession({ on: on(6) });
    expect(of(...since(60), aLapse({ openedOn: OPENED }), provided(5), group, oneToOne(7))).toContain(
      '0 in 6, 1 in 6',
    );
  });

  test('end with the journey', () => {
    const left = aPlacement({ startsOn: on(-60), endedOn: on(20), endReason: 'left' });
    const records = [left, aSession({ on: on(-60) }), aLapse({ openedOn: OPENED }), oneToOne(20)];
    expect(of(...records)).toContain('1 in 20');
  });

  test('of an open lapse go on to the month’s last day', () => {
    // From 1 June to 31 October 2026.
    expect(of(...since(60), aLapse({ openedOn: OPENED }), oneToOne(152))).toContain('1 in 152');
  });

  test('of a lapse that opens on the month’s last day are that day', () => {
    const lapse = aLapse({ openedOn: '2026-10-31' });
    const session = aSession({ on: '2026-10-31', kind: 'one-to-one' });
    expect(of(...since(60), lapse, session)).toContain('1 in 1, 0 in 1');
  });

  test('go on to the last return of a lapse that re-opened', () => {
    expect(of(...since(60), recovered(0, 10), recovered(17, 30), oneToOne(12), oneToOne(20))).toBe(
      '2 in 30, 0 in 30, 0 in 28, 0 in 28, 0 left out',
    );
  });

  test('count once when lapses are open at the same time', () => {
    const records = [
      ...since(60),
      relapsed(0, 20),
      relapsed(10, 30),
      oneToOne(5),
      oneToOne(15),
      oneToOne(25),
    ];
    expect(of(...records, oneToOne(-3))).toBe('3 in 30, 0 in 30, 1 in 28, 0 in 28, 0 left out');
    const within = [...since(60), relapsed(0, 30), relapsed(10, 20), oneToOne(15)];
    expect(of(...within)).toContain('1 in 30');
  });

  test('count once when a lapse opens on the day on which another ended', () => {
    const records = [...since(60), relapsed(0, 14), relapsed(14, 30), oneToOne(14), oneToOne(20)];
    expect(of(...records)).toBe('2 in 30, 0 in 30, 0 in 28, 0 in 28, 0 left out');
  });
});

describe('the time before', () => {
  test('is the 28 days up to the day before the lapse', () => {
    const events = [-29, -28, -1, 0].flatMap((days) => [oneToOne(days), provided(days)]);
    expect(of(...since(60), recovered(0, 14), ...events)).toBe(
      '0 in 14, 0 in 14, 2 in 28, 2 in 28, 0 left out',
    );
  });

  test('begins with day 0 at the earliest', () => {
    const placement = aPlacement({ startsOn: on(-20) });
    const records = [placement, aSession({ on: on(-20), kind: 'telephone' }), oneToOne(-10), oneToOne(-4)];
    expect(of(...records, recovered(0, 14))).toContain('2 in 10');
  });

  test('must have 7 days, or the lapse is left out of all four figures', () => {
    expect(of(...since(7), recovered(0, 14), oneToOne(1))).toBe(
      '1 in 14, 0 in 14, 0 in 7, 0 in 7, 0 left out',
    );
    expect(of(...since(6), recovered(0, 14), oneToOne(1))).toBe(
      'no-eligible, no-eligible, no-eligible, no-eligible, 1 left out',
    );
    expect(of(aPlacement({ startsOn: on(-60) }), recovered(0, 14))).toContain('1 left out');
  });

  test('begins after the end of an earlier lapse', () => {
    // Open on days 1 to 14 and 23 to 30; before the second, days 15 to 21.
    expect(of(...since(60), recovered(0, 14), recovered(22, 30), oneToOne(14), oneToOne(15))).toBe(
      '1 in 22, 0 in 22, 1 in 35, 0 in 35, 0 left out',
    );
    // Before the second only days 15 to 20.
    expect(of(...since(60), relapsed(0, 14), relapsed(21, 30), oneToOne(25))).toBe(
      '0 in 14, 0 in 14, 0 in 28, 0 in 28, 1 left out',
    );
  });

  test('begins after a lapse from before the window, too, which itself is not counted', () => {
    const earlier = (closedOn: string) => aLapse({ openedOn: '2025-10-20', outcome: 'relapsed', closedOn });
    const inWindow = aLapse({ openedOn: '2025-11-20', outcome: 'relapsed', closedOn: '2025-11-30' });
    const here = [aPlacement({ startsOn: '2025-09-01' }), aSession({ on: '2025-09-01' })];
    // From 13 to 19 November, and from the 14th.
    expect(of(...here, earlier('2025-11-12'), inWindow)).toContain('0 in 10, 0 in 10, 0 in 7, 0 in 7');
    expect(of(...here, earlier('2025-11-13'), inWindow)).toContain('1 left out');
    expect(of(...here, earlier('2025-11-25'), inWindow)).toContain('1 left out');
  });

  test('begins with day 0 of the journey in which the lapse opened', () => {
    const former = aPlacement({ startsOn: on(-200), endedOn: on(-100), endReason: 'completed' });
    const records = [former, aSession({ on: on(-200) }), ...since(10), recovered(0, 14), oneToOne(-10)];
    expect(of(...records)).toBe('0 in 14, 0 in 14, 1 in 10, 0 in 10, 0 left out');
  });

  test('of a lapse in aftercare begins with the aftercare', () => {
    const ended = aPlacement({ startsOn: on(-90), endedOn: on(-10), endReason: 'completed' });
    const aftercare = aPlacement({ service: 'aftercare', startsOn: on(-9) });
    const records = [
      ended,
      aSession({ on: on(-90) }),
      aftercare,
      recovered(0, 7),
      oneToOne(-10),
      oneToOne(-9),
    ];
    expect(of(...records)).toBe('0 in 7, 0 in 7, 1 in 9, 0 in 9, 0 left out');
  });
});

describe('what is counted', () => {
  test.each([
    ['a one-to-one not attended', aSession({ on: on(3), kind: 'one-to-one', attendance: 'did-not-attend' })],
    ['counselling', aSession({ on: on(3), kind: 'counselling' })],
    ['a one-to-one with family', aSession({ on: on(3), kind: 'family-one-to-one' })],
    ['a test missed', aTest({ on: on(3), status: 'missed' })],
    ['a test refused', aTest({ on: on(3), status: 'refused' })],
    ['an invalid test', aTest({ on: on(3), status: 'invalid' })],
  ])('not %s', (_, record) => {
    expect(of(...since(60), recovered(0, 14), record)).toContain('0 in 14, 0 in 14');
  });

  test('a test whatever its result', () => {
    expect(of(...since(60), recovered(0, 14), aPositiveTest({ on: on(3) }))).toContain('0 in 14, 1 in 14');
  });
});

test('lapses are those opened in the 12 months to the month’s last day', () => {
  const opened = (openedOn: string) =>
    of(
      aPlacement({ startsOn: '2025-09-01' }),
      aSession({ on: '2025-09-01' }),
      aLapse({ openedOn, outcome: 'recovered', returnedOn: openedOn }),
    );
  expect(opened('2025-10-31')).toContain('no-eligible');
  expect(opened('2025-11-01')).toContain('0 in 1');
  expect(opened('2026-10-31')).toContain('0 in 1');
  expect(opened('2026-11-01')).toContain('no-eligible');
});

test('two people are added up, with the people behind the events', () => {
  const other = { personRef: 'P2' };
  const people = [
    aPerson(...since(60), recovered(0, 14), oneToOne(2), oneToOne(5), oneToOne(9)),
    aPerson(
      aPlacement({ ...other, startsOn: on(-60) }),
      aSession({ ...other, on: on(-60) }),
      aLapse({ ...other, openedOn: OPENED, outcome: 'recovered', returnedOn: on(21) }),
    ),
  ];
  // Three in 2 and 3 weeks of two people.
  expect(computeMeasure('lapse-intensity', { people }).headline).toEqual({
    kind: 'rate',
    unit: 'person-week',
    state: 'estimated',
    events: { count: 3, people: 1 },
    exposure: { amount: 5, people: 2 },
    marks: ['u'],
  });
});

test('without lapses the rate is unavailable, never 0', () => {
  expect(documentOf({ people: [] }).measures['lapse-intensity']).toMatchObject({
    state: 'unavailable',
    reason: 'no-eligible',
  });
});
