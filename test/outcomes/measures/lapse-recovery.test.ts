import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure } from '../../support/compute.ts';
import { proportionOf } from '../../support/proportion-of.ts';
import { aLapse, aPerson, aPlacement, aPositiveTest, aSession, aTest } from '../../support/records.ts';

const OPENED = '2026-06-01';

/** The date `days` after the lapse. */
function on(days: number): string {
  return dateOfDay(dayOf(OPENED) + days);
}

function recovery(...people: PersonRecords[]): ComputedMeasure {
  return computeMeasure('lapse-recovery', { people });
}

function countOf({ beside }: ComputedMeasure, name: string): number {
  const figure = beside[name];
  if (figure?.kind !== 'count') throw new Error(`no count ${name}`);
  return figure.count;
}

function lapsesOf({ headline }: ComputedMeasure): number {
  if (headline.kind !== 'incidence') throw new Error('no incidence');
  return headline.followed.count;
}

const STATES = ['closed-recovered', 'closed-relapsed', 'closed-exited', 'moved-on-while-open', 'still-open'];

/** The state of one lapse and, when it was a return, the days it took. */
function ending(...records: StoredRecord[]): string {
  const measure = recovery(aPerson(...records));
  const states = STATES.filter((name) => countOf(measure, name) > 0);
  const days = measure.beside['days-to-return'];
  if (lapsesOf(measure) !== 1 || days?.kind !== 'median') return `${lapsesOf(measure)} lapses`;
  return [...states, ...(days.median.state === 'estimated' ? [`day ${days.median.value}`] : [])].join(', ');
}

const open = aPlacement();
const lapse = aLapse({ openedOn: OPENED });
const negative = aTest({ on: on(5) });
const group = aSession({ on: on(10) });

describe('a recorded final outcome wins', () => {
  test.each([
    [{ outcome: 'recovered', returnedOn: on(12) }, 'closed-recovered, day 12'],
    [{ outcome: 'relapsed', closedOn: on(12) }, 'closed-relapsed'],
    [{ outcome: 'exited', closedOn: on(12) }, 'closed-exited'],
  ] as const)('%o over a return to the groups', (ended, expected) => {
    expect(ending(open, aLapse({ openedOn: OPENED, ...ended }), negative, group)).toBe(expected);
  });

  test('over the end of the journey', () => {
    const left = aPlacement({ endedOn: on(9), endReason: 'left' });
    expect(ending(left, aLapse({ openedOn: OPENED, outcome: 'relapsed', closedOn: on(8) }))).toBe(
      'closed-relapsed',
    );
  });

  test('but not before its date: a return after the as-at date has not happened', () => {
    const later = aLapse({ openedOn: '2026-10-20', outcome: 'recovered', returnedOn: '2026-11-02' });
    expect(ending(open, later)).toBe('still-open');
  });
});

describe('without one, the person is back with the first group attended after a negative test', () => {
  test.each([
    'group',
    'joint-group',
    'women-only-group',
    'offending-behaviour-group',
    'social-literacy',
  ] as const)('a %s will do', (kind) => {
    expect(ending(open, lapse, negative, aSession({ on: on(10), kind }))).toBe('closed-recovered, day 10');
  });

  test.each(['one-to-one', 'counselling', 'telephone', 'activity', 'peer-support', 'family-group'] as const)(
    'a %s will not',
    (kind) => {
      expect(ending(open, lapse, negative, aSession({ on: on(10), kind }))).toBe('still-open');
    },
  );

  test.each([
    ['no test since the lapse', []],
    ['a negative test only on the day of the lapse itself', [aTest({ on: OPENED })]],
    ['a positive test last', [negative, aPositiveTest({ on: on(9) })]],
    ['a refused test last', [negative, aTest({ on: on(9), status: 'refused' })]],
    [
      'an inconclusive test last',
      [negative, aTest({ on: on(9), results: [{ substance: 'crack', result: 'inconclusive' }] })],
    ],
    ['a negative hair test only', [aTest({ on: on(5), matrix: 'hair' })]],
    ['a negative test later on the same day', [aTest({ collectedAt: `${on(10)}T10:01:00Z` })]],
  ])('not with %s', (_, tests) => {
    expect(ending(open, lapse, ...tests, group)).toBe('still-open');
  });

  test.each([
    ['a refused hair test last', [negative, aTest({ on: on(9), matrix: 'hair', status: 'refused' })]],
    ['a missed test in between', [negative, aTest({ on: on(9), status: 'missed' })]],
    ['a negative test earlier on the same day', [aTest({ collectedAt: `${on(10)}T09:59:00Z` })]],
    ['a negative test at the very time', [aTest({ collectedAt: `${on(10)}T10:00:00Z` })]],
    [
      'a positive test before it on the same day, whichever was sent first',
      [
        aTest({ id: 'T-1', collectedAt: `${on(10)}T09:30:00Z` }),
        aPositiveTest({ id: 'T-2', collectedAt: `${on(10)}T08:00:00Z` }),
      ],
    ],
    ['a positive test before the negative one', [aPositiveTest({ on: on(2) }), negative]],
  ])('with %s', (_, tests) => {
    expect(ending(open, lapse, ...tests, group)).toBe('closed-recovered, day 10');
  });

  test('not with a group that was not attended, nor one on the day of the lapse', () => {
    expect(ending(open, lapse, negative, aSession({ on: on(10), attendance: 'did-not-attend' }))).toBe(
      'still-open',
    );
    expect(ending(open, lapse, negative, aSession({ on: OPENED }))).toBe('still-open');
  });

  test('not with a group after the end of the care', () => {
    const aftercare = aPlacement({
      ...{ service: 'aftercare', startsOn: on(-30) },
      ...{ endedOn: on(9), endReason: 'left' },
    });
    expect(ending(aftercare, lapse, negative, group)).toBe('closed-exited');
    expect(ending(aPlacement({ endedOn: on(9), endReason: 'left' }), lapse, negative, group)).toBe(
      'closed-exited',
    );
  });

  test('and a later group counts when the first was too early for the test', () => {
    expect(ending(open, lapse, aSession({ on: on(3) }), negative, group)).toBe('closed-recovered, day 10');
  });
});

describe('the end of the journey while the lapse is open', () => {
  test.each([
    ['referred-on', 'closed-relapsed'],
    ['left', 'closed-exited'],
    ['withdrawn', 'closed-exited'],
    ['died', 'closed-exited'],
    ['completed', 'moved-on-while-open'],
    ['transferred', 'moved-on-while-open'],
  ] as const)('%s: %s', (endReason, expected) => {
    expect(ending(aPlacement({ endedOn: on(20), endReason }), lapse)).toBe(expected);
  });

  test('does not undo a return before it', () => {
    const left = aPlacement({ endedOn: on(20), endReason: 'left' });
    expect(ending(left, lapse, negative, group)).toBe('closed-recovered, day 10');
  });

  test('is provisional until 21 days have passed', () => {
    const exit = (endedOn: string) =>
      recovery(aPerson(aPlacement({ endedOn, endReason: 'left' }), lapse)).beside['closed-exited'];
    expect(exit('2026-10-11')).toMatchObject({ marks: ['p'] });
    expect(exit('2026-10-10')).toMatchObject({ marks: [] });
  });

  test('makes the share of closed lapses provisional beside one that is not', () => {
    const share = (endedOn: string) =>
      recovery(
        aPerson(aPlacement({ endedOn, endReason: 'left' }), lapse),
        aPerson(
          aPlacement({ personRef: 'P2' }),
          aLapse({ personRef: 'P2', openedOn: OPENED, outcome: 'recovered', returnedOn: on(2) }),
        ),
      ).beside['recovered-of-closed'];
    expect(share('2026-10-11')).toMatchObject({ numerator: { count: 1 }, marks: ['u', 'p'] });
    expect(share('2026-10-10')).toMatchObject({ numerator: { count: 1 }, marks: ['u'] });
  });
});

describe('the lapses that are followed', () => {
  test('are opened in the 12 months to the month’s last day', () => {
    const opened = (openedOn: string) =>
      lapsesOf(recovery(aPerson(aPlacement({ startsOn: '2025-09-01' }), aLapse({ openedOn }))));
    expect(['2025-10-31', '2025-11-01', '2026-10-31', '2026-11-01'].map(opened)).toEqual([0, 1, 1, 0]);
  });

  test('are those in the programme or in aftercare, not after the end', () => {
    const ended = aPlacement({ endedOn: on(-1), endReason: 'completed' });
    expect(lapsesOf(recovery(aPerson(ended, lapse)))).toBe(0);
    const aftercare = aPlacement({ service: 'aftercare', startsOn: on(-1) });
    expect(lapsesOf(recovery(aPerson(ended, aftercare, lapse)))).toBe(1);
    const until = (days: number) =>
      aPlacement({ service: 'aftercare', startsOn: on(-30), endedOn: on(days), endReason: 'left' });
    expect(lapsesOf(recovery(aPerson(until(0), lapse)))).toBe(1);
    expect(lapsesOf(recovery(aPerson(until(-1), lapse)))).toBe(0);
  });

  test('one within 7 days of a return re-opens the same lapse, from its first day', () => {
    const first = aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn: on(10) });
    const again = (days: number) => aLapse({ openedOn: on(days), outcome: 'recovered', returnedOn: on(30) });
    expect(ending(open, first, again(17))).toBe('closed-recovered, day 30');
    expect(ending(open, first, again(18))).toBe('2 lapses');
  });

  test('one on the day of the return re-opens it, too', () => {
    const first = aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn: on(10) });
    expect(ending(open, first, aLapse({ openedOn: on(10) }))).toBe('still-open');
  });

  test('one within 7 days of a return re-opens the lapse from which it was, in aftercare too', () => {
    const ended = aPlacement({ endedOn: '2026-07-10', endReason: 'completed' });
    const aftercare = aPlacement({ service: 'aftercare', startsOn: '2026-07-11' });
    const first = aLapse({ openedOn: '2026-06-20', outcome: 'recovered', returnedOn: '2026-07-09' });
    const again = aLapse({ openedOn: '2026-07-13', outcome: 'recovered', returnedOn: '2026-07-20' });
    const measure = recovery(aPerson(ended, aftercare, first, again));
    expect(lapsesOf(measure)).toBe(1);
    // From 20 June to 20 July, and in the service in which it opened.
    expect(measure.beside['days-to-return']).toMatchObject({ median: { value: 30 } });
    expect(Object.keys(measure.splits['service'] ?? {})).toEqual(['day-programme']);
  });

  test('one within 7 days of a return in aftercare re-opens it in a programme that follows', () => {
    const aftercare = aPlacement({
      ...{ service: 'aftercare', startsOn: on(-30) },
      ...{ endedOn: on(14), endReason: 'completed' },
    });
    const programme = aPlacement({ startsOn: on(15) });
    const first = aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn: on(12) });
    const again = aLapse({ openedOn: on(16), outcome: 'recovered', returnedOn: on(20) });
    expect(ending(aftercare, programme, first, again)).toBe('closed-recovered, day 20');
  });

  test('one within 7 days of two returns re-opens the lapse of the later return', () => {
    const measure = recovery(
      aPerson(
        open,
        aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn: on(20) }),
        aLapse({ openedOn: on(5), outcome: 'recovered', returnedOn: on(15) }),
        aLapse({ openedOn: on(21), outcome: 'relapsed', closedOn: on(30) }),
      ),
    );
    // What is left recovered is the second, after ten days.
    expect(STATES.map((name) => countOf(measure, name))).toEqual([1, 1, 0, 0, 0]);
    expect(measure.beside['days-to-return']).toMatchObject({ median: { value: 10 } });
  });

  test('one that opens while another is open is a lapse of its own, with its own outcome', () => {
    const measure = recovery(
      aPerson(
        open,
        aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn: on(49) }),
        aLapse({ openedOn: on(9), outcome: 'recovered', returnedOn: on(11) }),
        aLapse({ openedOn: on(24), outcome: 'relapsed', closedOn: on(30) }),
        aLapse({ openedOn: on(55), outcome: 'exited', closedOn: on(60) }),
      ),
    );
    // The last is within 7 days of the first's return, on day 49: that one ends as exited.
    expect(STATES.map((name) => countOf(measure, name))).toEqual([1, 1, 1, 0, 0]);
    expect(measure.beside['days-to-return']).toMatchObject({ median: { value: 2 } });
  });

  test('one that was never closed is not the lapse of ten months later', () => {
    const placement = aPlacement({ startsOn: '2025-08-05' });
    const forgotten = aLapse({ openedOn: '2025-10-20' });
    const later = aLapse({ openedOn: '2026-09-01', outcome: 'recovered', returnedOn: '2026-09-05' });
    expect(ending(placement, forgotten, later)).toBe('closed-recovered, day 4');
  });

  test('one after a relapse is another', () => {
    const relapsed = aLapse({ openedOn: OPENED, outcome: 'relapsed', closedOn: on(3) });
    expect(ending(open, relapsed, aLapse({ openedOn: on(4) }))).toBe('2 lapses');
  });

  test('are counted with the people behind them', () => {
    const { headline } = recovery(
      aPerson(
        open,
        aLapse({ openedOn: '2026-02-02', outcome: 'recovered', returnedOn: '2026-02-10' }),
        lapse,
      ),
    );
    expect(headline).toMatchObject({ unit: 'lapses', followed: { count: 2, people: 1 } });
  });
});

test('a return on the day of the lapse takes a day', () => {
  expect(ending(open, aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn: OPENED }))).toBe(
    'closed-recovered, day 1',
  );
});

/** The small example of metrics: times and codes 1 recovered, 2 relapsed, 3 exited, 0 open, of ten people. */
const TIMES = [2, 3, 3, 5, 6, 7, 9, 10, 12, 14];
const CODES = [1, 2, 1, 0, 1, 3, 1, 0, 2, 0];

function smallExample(): PersonRecords[] {
  return TIMES.map((time, index) => {
    const personRef = `P${index + 1}`;
    // Censored on day `time`: opened so many days before the as-at date, or moved on as planned that day.
    const openedOn = '2026-09-01';
    const day = dateOfDay(dayOf(openedOn) + time);
    const about = { personRef, openedOn };
    const lapses = [
      aLapse(about),
      aLapse({ ...about, outcome: 'recovered', returnedOn: day }),
      aLapse({ ...about, outcome: 'relapsed', closedOn: day }),
      aLapse({ ...about, outcome: 'exited', closedOn: day }),
    ];
    const code = CODES[index] ?? 0;
    const end = code === 0 ? ({ endedOn: day, endReason: 'completed' } as const) : {};
    return aPerson(aPlacement({ personRef, ...end }), lapses[code]!);
  });
}

describe('the small example', () => {
  test('is beyond its follow-up at 28 days, where nothing is said', () => {
    const { headline } = recovery(...smallExample());
    if (headline.kind !== 'incidence') throw new Error('no incidence');
    expect(headline.causes['recovered']?.points[0]).toMatchObject({
      state: 'unavailable',
      reason: 'beyond-follow-up',
    });
  });

  test('with one more followed for 60 days is as in R', () => {
    // R: survfit(Surv(c(2,3,3,5,6,7,9,10,12,14,60), factor(c(1,2,1,0,1,3,1,0,2,0,0))) ~ 1), at 28
    const long = aPerson(
      aPlacement({ personRef: 'P11' }),
      aLapse({ personRef: 'P11', openedOn: '2026-09-01' }),
    );
    const { headline } = recovery(...smallExample(), long);
    if (headline.kind !== 'incidence') throw new Error('no incidence');
    const at28 = Object.values(headline.causes).map(({ points }) => points[0]);
    const expected = [
      [0.38961038961039, 0.153450442230305],
      [0.229437229437229, 0.143968998421403],
      [0.103896103896104, 0.0980833019784525],
    ];
    at28.forEach((point, index) => {
      if (point?.state !== 'estimated') throw new Error('not estimated');
      expect(point.value).toBeCloseTo(expected[index]![0]!, 10);
      expect(point.se).toBeCloseTo(expected[index]![1]!, 10);
    });
    const open28 = headline.open.points[0];
    expect(open28?.state === 'estimated' ? open28.value : 0).toBeCloseTo(
      1 - expected.reduce((sum, [value = 0]) => sum + value, 0),
      10,
    );
  });

  test('closed lapses stand beside it', () => {
    const measure = recovery(...smallExample());
    expect(STATES.map((name) => countOf(measure, name))).toEqual([4, 2, 1, 3, 0]);
    expect(measure.beside['recovered-of-closed']).toMatchObject({
      numerator: { count: 4 },
      denominator: { count: 7 },
      marks: ['u'],
    });
    // Returns after 2, 3, 6 and 9 days.
    expect(measure.beside['days-to-return']).toMatchObject({ median: { value: 4.5, people: 4 } });
  });
});

describe('sustained recovery', () => {
  const sustained = (returnedOn: string, ...more: StoredRecord[]) => {
    const figure = recovery(
      aPerson(open, aLapse({ openedOn: OPENED, outcome: 'recovered', returnedOn }), ...more),
    ).beside['sustained-recovery'];
    if (figure?.kind !== 'proportion') throw new Error('no proportion');
    return `${figure.numerator.count} of ${figure.denominator.count}`;
  };

  test('is of returns 28 days ago or more', () => {
    expect(sustained('2026-10-03')).toBe('1 of 1');
    expect(sustained('2026-10-04')).toBe('0 of 0');
  });

  test('is lost by a new lapse within 28 days', () => {
    expect(sustained(on(10), aLapse({ openedOn: on(38) }))).toBe('0 of 1');
    expect(sustained(on(10), aLapse({ openedOn: on(39) }))).toBe('1 of 1');
  });
});

describe('confirmed lapses without a record', () => {
  const unrecorded = (...records: StoredRecord[]) =>
    countOf(recovery(aPerson(open, aSession({ on: '2026-01-05' }), ...records)), 'confirmed-without-record');

  test('are those that no lapse record is within 7 days of', () => {
    const positive = aPositiveTest({ on: OPENED });
    expect(unrecorded(positive)).toBe(1);
    expect(unrecorded(positive, aLapse({ openedOn: on(7) }))).toBe(0);
    expect(unrecorded(positive, aLapse({ openedOn: on(8) }))).toBe(1);
  });

  test('are those of the 12 months', () => {
    const confirmed = (date: string) =>
      countOf(
        recovery(
          aPerson(
            aPlacement({ startsOn: '2025-09-01' }),
            aSession({ on: '2025-09-01' }),
            aPositiveTest({ on: date }),
          ),
        ),
        'confirmed-without-record',
      );
    expect(confirmed('2025-10-31')).toBe(0);
    expect(confirmed('2025-11-01')).toBe(1);
  });

  test('are not counted while a record may still come in time', () => {
    expect(unrecorded(aPositiveTest({ on: '2026-10-24' }))).toBe(1);
    expect(unrecorded(aPositiveTest({ on: '2026-10-25' }))).toBe(0);
  });
});

describe('change over time', () => {
  const here = aPlacement({ startsOn: '2025-09-01' });
  const point = (...records: StoredRecord[]) => proportionOf(recovery(aPerson(...records)).cohort?.point);
  const opened = '2026-09-17';
  const after = (days: number) => dateOfDay(dayOf(opened) + days);
  const recovered = (days: number) =>
    aLapse({ openedOn: opened, outcome: 'recovered', returnedOn: after(days) });

  test('has a lapse in the month in which its day 28 falls', () => {
    const day28 = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((date) =>
      point(here, aLapse({ openedOn: dateOfDay(dayOf(date) - 28) })),
    );
    expect(day28).toEqual(['0 of 0', '0 of 1', '0 of 1', '0 of 0']);
  });

  test('counts a recovery by day 28, not on day 29', () => {
    expect(point(here, recovered(0))).toBe('1 of 1');
    expect(point(here, recovered(28))).toBe('1 of 1');
    expect(point(here, recovered(29))).toBe('0 of 1');
  });

  test.each([
    ['a relapse', [here, aLapse({ openedOn: opened, outcome: 'relapsed', closedOn: after(9) })]],
    ['an exit', [here, aLapse({ openedOn: opened, outcome: 'exited', closedOn: after(9) })]],
    [
      'a completion while it is open',
      [
        aPlacement({ startsOn: '2025-09-01', endedOn: after(9), endReason: 'completed' }),
        aLapse({ openedOn: opened }),
      ],
    ],
  ])('has %s among the lapses, not recovered', (_, records) => {
    expect(point(...records)).toBe('0 of 1');
  });

  test('is provisional while an exit by day 28 is', () => {
    const left = (endedOn: string) =>
      point(aPlacement({ startsOn: '2025-09-01', endedOn, endReason: 'left' }), aLapse({ openedOn: opened }));
    expect(left('2026-10-11')).toBe('0 of 1 p');
    expect(left('2026-10-10')).toBe('0 of 1');
    expect(left('2026-10-16')).toBe('0 of 1');
  });

  test('has lapses opened before the window whose day 28 is in it, in the cohort alone', () => {
    const early = (openedOn: string) => recovery(aPerson(here, aLapse({ openedOn })));
    expect(proportionOf(early('2025-10-03').cohort?.matured)).toBe('0 of 0');
    const measure = early('2025-10-04');
    expect(proportionOf(measure.cohort?.matured)).toBe('0 of 1');
    expect(lapsesOf(measure)).toBe(0);
    expect(measure.splits['provider']).toEqual({});
    expect(countOf(measure, 'still-open')).toBe(0);
  });
});
