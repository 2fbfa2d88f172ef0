import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import type { ComputedSurvival } from '../../../shared/outcomes/computed.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aLapse, aPerson, aPlacement, aPositiveTest, aSession, aTest } from '../../support/records.ts';

const START = '2026-03-02';

/** The date `days` after day 0. */
function on(days: number): string {
  return dateOfDay(dayOf(START) + days);
}

function survivalOf(id: string, records: readonly StoredRecord[], rule?: string): ComputedSurvival {
  const measure = computeMeasure(id, { people: [aPerson(...records)] });
  const figure = rule === undefined ? measure.headline : measure.sensitivity[rule];
  if (figure?.kind !== 'survival') throw new Error('no survival figure');
  return figure;
}

/**
 * What ended one journey that began on 2 March 2026, and when, in days from day 0: read off the figure of this one
 * journey, whose curve drops to 0 on the day of the event.
 */
function ending(records: readonly StoredRecord[], rule?: string): string {
  const figure = survivalOf('abstinence-retention', [aSession({ on: START }), ...records], rule);
  if (figure.journeys.count !== 1) return `${figure.journeys.count} journeys`;
  const part = Object.entries(figure.parts).find(([, { count }]) => count === 1)?.[0];
  if (part === undefined) return 'no event';
  if (figure.median.state !== 'estimated') throw new Error('an event of one is its median');
  const provisional = figure.median.marks.includes('p') ? ', provisional' : '';
  return `${part} on day ${figure.median.value}${provisional}`;
}

const open = aPlacement({ startsOn: START });

describe('a confirmed lapse is', () => {
  test.each([
    ['an unexplained positive test', aPositiveTest({ on: on(40) }), 'lapsed on day 40'],
    ['a lapse that was opened', aLapse({ openedOn: on(33) }), 'lapsed on day 33'],
    ['a refused test', aTest({ on: on(50), status: 'refused' }), 'lapsed on day 50'],
    ['counted on day 1 when it falls on day 0', aPositiveTest({ on: START }), 'lapsed on day 1'],
  ])('%s', (_, record, expected) => {
    expect(ending([open, record])).toBe(expected);
  });

  test('one positive among negatives', () => {
    const results = [
      { substance: 'opiates', result: 'negative' },
      { substance: 'cannabis', result: 'positive' },
    ] as const;
    expect(ending([open, aTest({ on: on(9), results: [...results] })])).toBe('lapsed on day 9');
  });

  test('the earliest of several', () => {
    const records = [
      aPositiveTest({ on: on(40) }),
      aLapse({ openedOn: on(33) }),
      aPositiveTest({ on: on(60) }),
    ];
    expect(ending([open, ...records])).toBe('lapsed on day 33');
  });

  test('on the London date: half past eleven at night in Greenwich in July is the next day', () => {
    const collectedAt = '2026-07-01T23:30:00Z';
    expect(ending([open, aPositiveTest({ collectedAt })])).toBe('lapsed on day 122');
  });
});

describe('a confirmed lapse is not', () => {
  test.each([
    [
      'a positive that is explained',
      aTest({ on: on(9), results: [{ substance: 'opiates', result: 'positive', explained: true }] }),
    ],
    ['a positive hair test', aPositiveTest({ on: on(9), matrix: 'hair' })],
    [
      'an inconclusive test',
      aTest({ on: on(9), results: [{ substance: 'opiates', result: 'inconclusive' }] }),
    ],
    ['an invalid test', aTest({ on: on(9), status: 'invalid' })],
    ['a missed test', aTest({ on: on(9), status: 'missed' })],
    ['an excused test', aTest({ on: on(9), status: 'excused' })],
    ['a positive test before day 0', aPositiveTest({ on: '2026-03-01' })],
    ['a positive test after the as-at date', aPositiveTest({ on: '2026-11-01' })],
  ])('%s', (_, record) => {
    expect(ending([open, record])).toBe('no event');
  });

  test('a test or a lapse after the journey has ended', () => {
    const ended = aPlacement({ startsOn: START, endedOn: on(84), endReason: 'completed' });
    expect(ending([ended, aPositiveTest({ on: on(85) }), aLapse({ openedOn: on(90) })])).toBe('no event');
  });
});

describe('a refused test', () => {
  const refused = aTest({ on: on(50), status: 'refused' });

  test('is made good by a negative one within 7 days', () => {
    expect(ending([open, refused, aTest({ on: on(57) })])).toBe('no event');
  });

  test('is made good where every result is negative or explained, whatever the explained one is', () => {
    const after = (explained?: true) =>
      aTest({
        on: on(57),
        results: [
          { substance: 'opiates', result: 'inconclusive', ...(explained ? { explained } : {}) },
          { substance: 'crack', result: 'negative' },
        ],
      });
    expect(ending([open, refused, after(true)])).toBe('no event');
    expect(ending([open, refused, after()])).toBe('lapsed on day 50');
  });

  test('is made good after the journey has ended, too', () => {
    const ended = aPlacement({ startsOn: START, endedOn: on(52), endReason: 'completed' });
    const aftercare = aPlacement({ service: 'aftercare', startsOn: on(53) });
    expect(ending([ended, aftercare, refused, aTest({ on: on(54) })])).toBe('no event');
    expect(ending([ended, aftercare, refused, aTest({ on: on(58) })])).toBe('lapsed on day 50');
  });

  test('is not made good by a hair test, which tells of months gone by', () => {
    expect(ending([open, refused, aTest({ on: on(53), matrix: 'hair' })])).toBe('lapsed on day 50');
  });

  test('is not made good on day 8, nor by one before it on the same day', () => {
    expect(ending([open, refused, aTest({ on: on(58) })])).toBe('lapsed on day 50');
    const before = aTest({ collectedAt: `${on(50)}T08:00:00Z` });
    expect(ending([open, refused, before])).toBe('lapsed on day 50');
  });

  test('is provisional until the 7 days have passed', () => {
    const lately = (date: string) => ending([open, aTest({ on: date, status: 'refused' })]);
    expect(lately('2026-10-25')).toBe('lapsed on day 237, provisional');
    expect(lately('2026-10-24')).toBe('lapsed on day 236');
  });
});

describe('an exit', () => {
  test.each([
    ['left', 'left-unplanned on day 60'],
    ['withdrawn', 'left-unplanned on day 60'],
    ['died', 'died on day 60'],
    ['completed', 'no event'],
    ['transferred', 'no event'],
    ['referred-on', 'no event'],
  ] as const)('%s: %s', (endReason, expected) => {
    expect(ending([aPlacement({ startsOn: START, endedOn: on(60), endReason })])).toBe(expected);
  });

  test('after a lapse does not count again; on the same day the lapse came first', () => {
    const left = aPlacement({ startsOn: START, endedOn: on(60), endReason: 'left' });
    expect(ending([left, aLapse({ openedOn: on(30) })])).toBe('lapsed on day 30');
    expect(ending([left, aLapse({ openedOn: on(60) })])).toBe('lapsed on day 60');
  });

  test('is provisional until 21 days have passed', () => {
    const left = (endedOn: string) => ending([aPlacement({ startsOn: START, endedOn, endReason: 'left' })]);
    expect(left('2026-10-11')).toBe('left-unplanned on day 223, provisional');
    expect(left('2026-10-10')).toBe('left-unplanned on day 222');
  });

  test('that a placement within 21 days undoes is none', () => {
    const left = aPlacement({ startsOn: START, endedOn: on(60), endReason: 'left' });
    expect(ending([left, aPlacement({ startsOn: on(81) })])).toBe('no event');
    expect(ending([left, aPlacement({ startsOn: on(82) })])).toBe('left-unplanned on day 60');
  });

  test('after the as-at date has not happened', () => {
    expect(ending([aPlacement({ startsOn: START, endedOn: '2026-11-01', endReason: 'left' })])).toBe(
      'no event',
    );
  });
});

describe('the cohort', () => {
  const count = (records: StoredRecord[], id = 'abstinence-retention') =>
    survivalOf(id, records).journeys.count;

  test('begins with the first attended session that is not by telephone', () => {
    const figure = survivalOf('abstinence-retention', [
      aPlacement({ startsOn: START, endedOn: on(60), endReason: 'left' }),
      aSession({ on: START, kind: 'telephone' }),
      aSession({ on: on(1), attendance: 'did-not-attend' }),
      aSession({ on: on(2), attendance: 'family-only', kind: 'family-group' }),
      aSession({ on: on(10), kind: 'one-to-one' }),
    ]);
    expect(figure.median).toMatchObject({ value: 50 });
  });

  test('is of journeys with day 0 in the 12 months to the month’s last day', () => {
    const started = (day0: string) => count([aPlacement({ startsOn: '2025-09-01' }), aSession({ on: day0 })]);
    expect(started('2025-10-31')).toBe(0);
    expect(started('2025-11-01')).toBe(1);
    expect(started('2026-10-31')).toBe(1);
    expect(started('2026-11-01')).toBe(0);
  });

  test('leaves out a journey that has not started', () => {
    expect(count([open, aSession({ on: START, attendance: 'did-not-attend' })])).toBe(0);
  });

  test('is by the goal of the first placement; the other goals are in retention', () => {
    const reduction = [aPlacement({ startsOn: START, goal: 'reduction' }), aSession({ on: START })];
    expect(count(reduction)).toBe(0);
    expect(count(reduction, 'retention')).toBe(1);
    const changed = [
      aPlacement({ startsOn: START, goal: 'safer-use', endedOn: on(30), endReason: 'transferred' }),
      aPlacement({ startsOn: on(31) }),
      aSession({ on: START }),
    ];
    expect(count(changed)).toBe(0);
    expect(count(changed, 'retention')).toBe(1);
  });

  test('has a person with two journeys twice', () => {
    const figure = survivalOf('abstinence-retention', [
      aPlacement({ startsOn: START, endedOn: on(60), endReason: 'completed' }),
      aPlacement({ startsOn: on(70) }),
      aSession({ on: START }),
      aSession({ on: on(70) }),
    ]);
    expect(figure.journeys).toEqual({ count: 2, people: 1 });
  });

  test('has only this commissioner’s journeys', () => {
    const figure = survivalOf('abstinence-retention', [
      aPlacement({ startsOn: START, endedOn: on(60), endReason: 'transferred' }),
      aPlacement({ startsOn: on(61), commissioner: 'southport' }),
      aSession({ on: START }),
      aSession({ on: on(61) }),
      aPositiveTest({ on: on(70) }),
    ]);
    expect(figure).toMatchObject({ journeys: { count: 1 }, events: { count: 0 } });
  });
});

describe('missed-counts-as-positive', () => {
  const rule = 'missed-counts-as-positive';
  test.each([
    ['missed', 'lapsed on day 20'],
    ['invalid', 'lapsed on day 20'],
    ['excused', 'no event'],
  ] as const)('takes a test that was %s as: %s', (status, expected) => {
    expect(ending([open, aTest({ on: on(20), status }), aTest({ on: on(21) })], rule)).toBe(expected);
  });
});

describe('positive-before-first-negative-ignored', () => {
  const rule = 'positive-before-first-negative-ignored';
  const early = aPositiveTest({ on: on(3) });

  test('counts positives only after the first negative', () => {
    expect(ending([open, early, aTest({ on: on(10) }), aPositiveTest({ on: on(30) })], rule)).toBe(
      'lapsed on day 30',
    );
  });

  test('takes the first negative of a day by the clock, whatever the records are called', () => {
    const at = (hour: string) => ({ collectedAt: `${on(10)}T${hour}:00:00Z` });
    const [first, last] = [aTest({ ...at('09'), id: 'z' }), aTest({ ...at('15'), id: 'a' })];
    const between = aPositiveTest({ ...at('11'), id: 'k' });
    expect(ending([open, first, between, last], rule)).toBe('lapsed on day 10');
    expect(ending([open, between, last], rule)).toBe('no event');
  });

  test('counts none when there never was a negative', () => {
    expect(ending([open, early], rule)).toBe('no event');
  });

  test('a test with every result negative or explained is a negative', () => {
    const explained = aTest({
      on: on(10),
      results: [
        { substance: 'opiates', result: 'positive', explained: true },
        { substance: 'crack', result: 'negative' },
      ],
    });
    expect(ending([open, early, explained, aPositiveTest({ on: on(30) })], rule)).toBe('lapsed on day 30');
  });

  test('leaves refusals and opened lapses as they are', () => {
    expect(ending([open, early, aLapse({ openedOn: on(5) })], rule)).toBe('lapsed on day 5');
  });
});

describe('silence-counts-as-exit', () => {
  const rule = 'silence-counts-as-exit';

  test('ends an open journey the day after the last contact, 28 days of silence or more ago', () => {
    const seen = (date: string) => ending([open, aSession({ on: date })], rule);
    expect(seen('2026-10-03')).toBe('left-unplanned on day 216');
    expect(seen('2026-10-04')).toBe('no event');
  });

  test('does so of journeys towards reduced use as well', () => {
    const records = [aPlacement({ startsOn: START, goal: 'reduction' }), aSession({ on: START })];
    const seen = (date: string) =>
      survivalOf('retention', [...records, aSession({ on: date })], rule).events.count;
    expect(seen('2026-10-03')).toBe(1);
    expect(seen('2026-10-04')).toBe(0);
    expect(survivalOf('retention', records).events.count).toBe(0);
  });

  test('takes a provided test as contact, and a missed one or a session not attended as none', () => {
    expect(ending([open, aTest({ on: '2026-10-04' })], rule)).toBe('no event');
    const none = [
      aTest({ on: '2026-10-04', status: 'missed' }),
      aSession({ on: '2026-10-05', attendance: 'did-not-attend' }),
    ];
    expect(ending([open, ...none], rule)).toBe('left-unplanned on day 1');
  });

  test('leaves a journey that has ended, and an earlier lapse, as they are', () => {
    const completed = aPlacement({ startsOn: START, endedOn: on(84), endReason: 'completed' });
    expect(ending([completed], rule)).toBe('no event');
    expect(ending([open, aSession({ on: on(40) }), aLapse({ openedOn: on(30) })], rule)).toBe(
      'lapsed on day 30',
    );
  });
});

describe('the figure of ten journeys, worked out by hand', () => {
  // Day 0 is 2 March 2026, the as-at date day 243. Ends: lapse 10, left 28, left 28, completed 40, lapse 56, died 84,
  // referred on 84, lapse 120, and two open. S(28) = 7/10; S(56) = 7/10·5/6; S(84) = that·4/5; S(168) = that·2/3.
  const ends: ((ref: string) => StoredRecord[])[] = [
    (personRef) => [aPlacement({ personRef, startsOn: START }), aLapse({ personRef, openedOn: on(10) })],
    (personRef) => [aPlacement({ personRef, startsOn: START, endedOn: on(28), endReason: 'left' })],
    (personRef) => [aPlacement({ personRef, startsOn: START, endedOn: on(28), endReason: 'withdrawn' })],
    (personRef) => [aPlacement({ personRef, startsOn: START, endedOn: on(40), endReason: 'completed' })],
    (personRef) => [aPlacement({ personRef, startsOn: START }), aPositiveTest({ personRef, on: on(56) })],
    (personRef) => [aPlacement({ personRef, startsOn: START, endedOn: on(84), endReason: 'died' })],
    (personRef) => [aPlacement({ personRef, startsOn: START, endedOn: on(84), endReason: 'referred-on' })],
    (personRef) => [
      aPlacement({ personRef, startsOn: START }),
      aTest({ personRef, on: on(120), status: 'refused' }),
    ],
    (personRef) => [aPlacement({ personRef, startsOn: START })],
    (personRef) => [aPlacement({ personRef, startsOn: START })],
  ];
  const people = ends.map((end, index) => {
    const personRef = `P${index + 1}`;
    return aPerson(aSession({ personRef, on: START }), ...end(personRef));
  });
  const measure = computeMeasure('abstinence-retention', { people });
  const survival = measure.headline.kind === 'survival' ? measure.headline : undefined;

  test.each([
    [28, 0.7, 7, 3],
    [56, 0.7 * (5 / 6), 5, 4],
    [84, 0.7 * (5 / 6) * (4 / 5), 3, 5],
    [168, 0.7 * (5 / 6) * (4 / 5) * (2 / 3), 2, 6],
  ])('day %i', (day, value, atRisk, events) => {
    const point = survival?.points.find((one) => one.day === day);
    if (point?.state !== 'estimated') throw new Error('not estimated');
    expect(point.value).toBeCloseTo(value, 12);
    expect(point.atRisk.count).toBe(atRisk);
    expect(point.events.count).toBe(events);
    expect(point.marks).toEqual([]);
  });

  test('the parts add up to the events', () => {
    expect(survival?.events.count).toBe(6);
    expect(survival?.parts).toEqual({
      lapsed: { count: 3, people: 3 },
      'left-unplanned': { count: 2, people: 2 },
      died: { count: 1, people: 1 },
    });
  });

  test('occupancy beside it adds up to 1 and is no cause’s 1 − S', () => {
    const occupancy = measure.beside['occupancy'];
    if (occupancy?.kind !== 'incidence') throw new Error('no occupancy');
    const at84 = Object.fromEntries(
      Object.entries({ ...occupancy.causes, open: occupancy.open }).map(([cause, { points }]) => {
        const point = points.find(({ day }) => day === 84);
        return [cause, point?.state === 'estimated' ? point.value : Number.NaN];
      }),
    );
    // All are followed at least to day 84, so each is a simple share of ten.
    for (const [cause, share] of Object.entries({
      'moved-on': 0.2,
      lapsed: 0.2,
      'left-unplanned': 0.2,
      died: 0.1,
      open: 0.3,
    })) {
      expect(at84[cause]).toBeCloseTo(share, 12);
    }
  });

  test('nine journeys are marked as of low reliability', () => {
    const nine = computeMeasure('abstinence-retention', { people: people.slice(1) }).headline;
    if (nine.kind !== 'survival') throw new Error('no survival');
    expect(nine.points[0]).toMatchObject({ marks: ['u'] });
  });
});

test('without journeys the figure is unavailable, never 0', () => {
  const { headline } = computeMeasure('abstinence-retention', { people: [] });
  if (headline.kind !== 'survival') throw new Error('no survival');
  expect(headline.points).toEqual(
    [28, 56, 84, 168].map((day) => ({ day, state: 'unavailable', reason: 'no-eligible' })),
  );
  expect(headline.median).toEqual({ state: 'unavailable', reason: 'no-eligible' });
});

test('beyond the longest follow-up nothing is said', () => {
  const recent = survivalOf('abstinence-retention', [
    aPlacement({ startsOn: '2026-09-01' }),
    aSession({ on: '2026-09-01' }),
  ]);
  expect(recent.points.map(({ state }) => state)).toEqual([
    'estimated',
    'estimated',
    'unavailable',
    'unavailable',
  ]);
  expect(recent.points[2]).toMatchObject({ reason: 'beyond-follow-up' });
});

test('retention of the other goals takes a lapse as no event, an exit and a death as one', () => {
  const reduction = (fields: Parameters<typeof aPlacement>[0], ...more: StoredRecord[]) =>
    survivalOf('retention', [
      aPlacement({ startsOn: START, goal: 'reduction', ...fields }),
      aSession({ on: START }),
      ...more,
    ]);
  expect(reduction({}, aPositiveTest({ on: on(9) })).events.count).toBe(0);
  expect(reduction({ endedOn: on(9), endReason: 'left' }).parts).toMatchObject({
    'left-unplanned': { count: 1 },
  });
  expect(reduction({ endedOn: on(9), endReason: 'died' }).parts).toMatchObject({ died: { count: 1 } });
});

test('splits are by the journey’s first placement', () => {
  const { splits } = computeMeasure('abstinence-retention', {
    people: [
      aPerson(
        aPlacement({ startsOn: START, funding: 'block', block: 'B1', endedOn: on(30), endReason: 'left' }),
        aPlacement({ startsOn: on(31), funding: 'spot' }),
        aSession({ on: START }),
      ),
    ],
  });
  expect(Object.keys(splits)).toEqual([
    'provider',
    'service',
    'sex',
    'age-band',
    'substance',
    'goal',
    'intervention',
    'children',
    'funding',
  ]);
  expect(Object.keys(splits['funding'] ?? {})).toEqual(['block']);
  expect(Object.keys(splits['intervention'] ?? {})).toEqual(['not-stated']);
});

describe('change over time', () => {
  const cohortOf = (people: Parameters<typeof computeMeasure>[1]['people'], id = 'abstinence-retention') => {
    const { cohort } = computeMeasure(id, { people });
    if (cohort?.point === undefined) throw new Error('no point');
    return { ...cohort, point: cohort.point };
  };
  /** The point of October 2026 of one journey. */
  const point = (start: string, fields: Parameters<typeof aPlacement>[0], ...records: StoredRecord[]) =>
    proportionOf(
      cohortOf([aPerson(aPlacement({ startsOn: start, ...fields }), aSession({ on: start }), ...records)])
        .point,
    );
  const day84 = (date: string) => dateOfDay(dayOf(date) - 84);
  const start = day84('2026-10-15');
  const after = (days: number) => dateOfDay(dayOf(start) + days);

  test('has a journey in the month in which its day 84 falls', () => {
    expect(point(day84('2026-09-30'), {})).toBe('0 of 0');
    expect(point(day84('2026-10-01'), {})).toBe('1 of 1');
    expect(point(day84('2026-10-31'), {})).toBe('1 of 1');
    expect(point(dateOfDay(dayOf(day84('2026-10-31')) + 1), {})).toBe('0 of 0');
  });

  test('has journeys begun before the window whose day 84 is in it, in the cohort alone', () => {
    const early = (date: string) => [
      aPerson(
        aPlacement({ startsOn: date, endedOn: '2025-12-01', endReason: 'left' }),
        aSession({ on: date }),
      ),
    ];
    const { matured, providers } = cohortOf(early(day84('2025-11-01')));
    expect(proportionOf(matured)).toBe('1 of 1');
    expect(proportionOf(providers['janus'])).toBe('1 of 1');
    expect(proportionOf(cohortOf(early(day84('2025-10-31'))).matured)).toBe('0 of 0');
    const { headline, splits, beside } = computeMeasure('abstinence-retention', {
      people: early(day84('2025-11-01')),
    });
    expect(headline).toMatchObject({ journeys: { count: 0 } });
    expect(beside['occupancy']).toMatchObject({ followed: { count: 0 } });
    expect(splits['provider']).toEqual({});
  });

  test.each([
    ['nothing', {}, [], '1 of 1'],
    ['a lapse on day 84', {}, [aLapse({ openedOn: after(84) })], '0 of 1'],
    ['a lapse on day 85', {}, [aLapse({ openedOn: after(85) })], '1 of 1'],
    ['a lapse on day 0', {}, [aLapse({ openedOn: start })], '0 of 1'],
    ['leaving on day 40', { endedOn: after(40), endReason: 'left' }, [], '0 of 1'],
    ['death on day 40', { endedOn: after(40), endReason: 'died' }, [], '0 of 1'],
    ['completion on day 40', { endedOn: after(40), endReason: 'completed' }, [], '1 of 1'],
    ['referral on on day 40', { endedOn: after(40), endReason: 'referred-on' }, [], '1 of 1'],
  ] as const)('%s by then', (_, fields, records, expected) => {
    expect(point(start, fields, ...records)).toBe(expected);
  });

  test('is provisional while an end by day 84 is', () => {
    expect(point(start, { endedOn: '2026-10-11', endReason: 'left' })).toBe('0 of 1 p');
    expect(point(start, { endedOn: '2026-10-10', endReason: 'left' })).toBe('0 of 1');
    expect(point(start, { endedOn: '2026-10-20', endReason: 'left' })).toBe('1 of 1');
  });

  test('of the other goals has a lapse as no event', () => {
    const of = (...records: StoredRecord[]) =>
      proportionOf(cohortOf([aPerson(aSession({ on: start }), ...records)], 'retention').point);
    const reduction = { startsOn: start, goal: 'reduction' } as const;
    expect(of(aPlacement(reduction), aPositiveTest({ on: after(9) }))).toBe('1 of 1');
    // Day 84 is 15 October, less than 21 days ago.
    expect(of(aPlacement({ ...reduction, endedOn: after(84), endReason: 'left' }))).toBe('0 of 1 p');
    expect(of(aPlacement({ ...reduction, endedOn: after(85), endReason: 'left' }))).toBe('1 of 1');
    expect(of(aPlacement({ startsOn: start }))).toBe('0 of 0');
    const early = aPlacement({ startsOn: '2025-10-01', goal: 'safer-use' });
    const { headline, cohort } = computeMeasure('retention', {
      people: [aPerson(early, aSession({ on: '2025-10-01' }))],
    });
    expect(headline).toMatchObject({ journeys: { count: 0 } });
    expect(proportionOf(cohort?.matured)).toBe('1 of 1');
  });

  /** Journeys of people whose day 0 and day 84 are both in the twelve months, and what ended them when. */
  const people = (ends: readonly (readonly [start: number, days: number, end: string])[]) =>
    ends.map(([startsAfter, days, end], index) => {
      const personRef = `P${index + 1}`;
      const startsOn = dateOfDay(dayOf('2025-11-01') + startsAfter);
      const then = dateOfDay(dayOf(startsOn) + days);
      const ended =
        end === 'left' || end === 'died' || end === 'completed' ? { endedOn: then, endReason: end } : {};
      return aPerson(
        aPlacement({ personRef, startsOn, ...ended } as Parameters<typeof aPlacement>[0]),
        aSession({ personRef, on: startsOn }),
        ...(end === 'lapse' ? [aLapse({ personRef, openedOn: then })] : []),
      );
    });
  const at84 = (figures: ReturnType<typeof computeMeasure>): [share: number, survival: number] => {
    const { headline, cohort } = figures;
    const at = headline.kind === 'survival' ? headline.points[2] : undefined;
    if (at?.state !== 'estimated' || cohort === undefined) throw new Error('not estimated');
    return [cohort.matured.numerator.count / cohort.matured.denominator.count, at.value];
  };

  test('is Kaplan–Meier at day 84 where nobody is censored before it', () => {
    // One more journey is open, so that the curve is followed beyond day 84.
    const one = fc.tuple(
      // 280 days after 1 November 2025 is 8 August 2026, 84 days before the month's last day.
      fc.integer({ min: 0, max: 280 }),
      fc.integer({ min: 0, max: 84 }),
      fc.constantFrom('lapse', 'left', 'died', 'open'),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (ends) => {
        const [share, survival] = at84(
          computeMeasure('abstinence-retention', { people: people([...ends, [0, 0, 'open']]) }),
        );
        expect(survival).toBeCloseTo(share, 12);
      }),
      { numRuns: 100 },
    );
  });

  test('counts who completed before day 84 as going on, where Kaplan–Meier follows them until then', () => {
    const [share, survival] = at84(
      computeMeasure('abstinence-retention', {
        people: people([
          [0, 40, 'completed'],
          [0, 60, 'lapse'],
          [0, 0, 'open'],
        ]),
      }),
    );
    expect(share).toBeCloseTo(2 / 3, 12);
    expect(survival).toBeCloseTo(1 / 2, 12);
  });
});
