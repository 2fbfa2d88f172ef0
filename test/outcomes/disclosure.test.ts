import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import type { PersonRecords, StoredRecord } from '../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { lt5 } from '../../shared/outcomes/disclosure/lt5.ts';
import { computeMeasure, documentOf } from '../support/compute.ts';
import { aFamilySession, aLapse, aMilestone, aPerson, aPlacement, aSession } from '../support/records.ts';

const START = '2026-03-02';
const suppressed = { state: 'suppressed' };

type End = { day: number; reason: 'left' | 'died' | 'completed' };

/** People who all start on 2 March 2026; of each group so many end as told. */
function crowd(...groups: [number, End?][]): PersonRecords[] {
  const ends = groups.flatMap(([size, end]) => Array.from({ length: size }, () => end));
  return ends.map((end, index) => {
    const personRef = `P${index + 1}`;
    const ended =
      end === undefined ? {} : { endedOn: dateOfDay(dayOf(START) + end.day), endReason: end.reason };
    return aPerson(aPlacement({ personRef, startsOn: START, ...ended }), aSession({ personRef, on: START }));
  });
}

const left = (day: number): End => ({ day, reason: 'left' });
const completed = (day: number): End => ({ day, reason: 'completed' });

function survival(people: PersonRecords[], disclosure: 'lt5' | 'hes7round5' = 'lt5') {
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure };
  const document = documentOf({ people, commissioner });
  expect(outcomeDocumentSchema.parse(document)).toEqual(document);
  const measure = document.measures['abstinence-retention'];
  if (measure?.kind !== 'survival') throw new Error('no survival');
  return measure;
}

/** The reported days that are shown, with the number at risk where that is. */
function shown(people: PersonRecords[]): string[] {
  return survival(people).points.flatMap((point) =>
    point.state === 'estimated'
      ? [`${point.day}: ${typeof point.atRisk === 'number' ? point.atRisk : '[c]'}`]
      : [],
  );
}

describe('a survival figure', () => {
  test('of four journeys is withheld whole; of five it is not, nor is an empty one', () => {
    const four = survival(crowd([4]));
    expect(four.journeys).toEqual(suppressed);
    expect(four.events).toEqual(suppressed);
    expect(four.median).toEqual(suppressed);
    expect(Object.values(four.parts)).toEqual([suppressed, suppressed, suppressed]);
    expect(four.points.map(({ state }) => state)).toEqual(Array(4).fill('suppressed'));
    expect(survival(crowd([5])).journeys).toBe(5);
    expect(survival([]).journeys).toBe(0);
  });

  test('shows days without any event', () => {
    expect(shown(crowd([20]))).toEqual(['28: 20', '56: 20', '84: 20', '168: 20']);
  });

  test('withholds a day by which one to four had their event', () => {
    expect(shown(crowd([4, left(20)], [2, left(50)], [30]))).toEqual(['56: 30', '84: 30', '168: 30']);
  });

  test('withholds a day after which one to four are left without an event', () => {
    expect(shown(crowd([16, left(10)], [10, left(100)], [4]))).toEqual(['28: 14', '56: 14', '84: 14']);
  });

  test('of two days that differ by one to four events keeps day 84', () => {
    expect(shown(crowd([10, left(50)], [3, left(70)], [30]))).toEqual(['28: 43', '84: 30', '168: 30']);
    expect(shown(crowd([10, left(50)], [3, left(100)], [7, left(200)], [30]))).toEqual([
      '28: 50',
      '56: 40',
      '84: 40',
    ]);
  });

  test('withholds the total of events, and its parts, before day 84', () => {
    const figure = survival(crowd([10, left(50)], [3, left(200)], [30]));
    expect(figure.events).toEqual(suppressed);
    expect(Object.values(figure.parts)).toEqual([suppressed, suppressed, suppressed]);
    expect(figure.points.map(({ state }) => state)).toEqual(Array(4).fill('estimated'));
  });

  test('withholds the number at risk, not the value, where one to four were censored', () => {
    expect(shown(crowd([3, completed(20)], [6, completed(70)], [30]))).toEqual([
      '28: [c]',
      '56: [c]',
      '84: 30',
      '168: 30',
    ]);
  });

  test('withholds the number at risk where it is one to four', () => {
    expect(shown(crowd([20, completed(30)], [4]))).toEqual(['28: 24', '56: [c]', '84: [c]', '168: [c]']);
  });

  test('withholds a second part when one is small', () => {
    const figure = survival(crowd([12, left(10)], [3, { day: 12, reason: 'died' }], [30]));
    expect(figure.events).toBe(15);
    expect(figure.parts).toEqual({ lapsed: 0, 'left-unplanned': suppressed, died: suppressed });
  });

  test('is decided on people, not on journeys', () => {
    // Five journeys of four people: the fourth came back after a completion.
    const [first, ...others] = crowd([4]);
    const again: StoredRecord[] = [
      aPlacement({ startsOn: '2026-02-02', endedOn: '2026-02-20', endReason: 'completed' }),
      aSession({ on: '2026-02-02' }),
    ];
    const people = [aPerson(...(first?.records ?? []), ...again), ...others];
    expect(survival(people).journeys).toEqual(suppressed);
  });

  test('withholds a number at risk that the events until a later day leave few of', () => {
    // 26 people, 6 completed: 20 at risk on day 28, less 16 events by day 56 leaves the 4 at risk then.
    const people = crowd([6, completed(20)], [16, left(40)], [2, left(200)], [2]);
    expect(shown(people)).toEqual(['28: [c]', '56: [c]', '84: [c]', '168: [c]']);
    // One more at risk, and 5 are left.
    expect(shown(crowd([6, completed(20)], [16, left(40)], [2, left(200)], [3]))).toEqual([
      '28: 21',
      '56: 5',
      '84: 5',
      '168: 5',
    ]);
  });

  test('withholds the median, reached or not, with the total of events', () => {
    // Half of six is three events; the one that had none would be known from the median of the others.
    const six = survival(
      crowd([1, left(10)], [1, left(13)], [1, left(16)], [1, left(19)], [1, left(22)], [1]),
    );
    expect(six.events).toEqual(suppressed);
    expect(six.points.map(({ state }) => state)).toEqual(Array(4).fill('suppressed'));
    expect(six.median).toEqual(suppressed);
    expect(survival(crowd([3, left(10)], [6])).median).toEqual(suppressed);
    // Five of eleven leave on day 10: survival is 6/11, and its lower limit below one half from then on.
    expect(survival(crowd([5, left(10)], [6])).median).toEqual({
      state: 'unavailable',
      reason: 'not-reached',
      lower: 10,
    });
    expect(survival([]).median).toEqual({ state: 'unavailable', reason: 'no-eligible' });
  });

  test('withholds a median that bounds the events of a hidden day', () => {
    // Of 20 half is 10: reached on day 60, after the hidden day 56, so by then it was at most 9, and 6 by day 28.
    const figure = survival(crowd([6, left(20)], [3, left(40)], [5, left(60)], [6]));
    expect(figure.points.map(({ state }) => state)).toEqual([
      'estimated',
      'suppressed',
      'estimated',
      'estimated',
    ]);
    expect(figure.events).toBe(14);
    expect(figure.median).toEqual(suppressed);
    // With day 56 shown nothing is hidden that it could bound.
    expect(survival(crowd([6, left(20)], [6, left(40)], [8])).median).toMatchObject({ value: 40 });
  });

  test('has a median when five people are behind it', () => {
    expect(survival(crowd([5, left(40)])).median).toMatchObject({ state: 'estimated', value: 40 });
    expect(survival(crowd([4, left(40)], [4])).median).toEqual(suppressed);
  });
});

describe('a proportion', () => {
  const reach = (reached: number, not: number) => {
    const people = Array.from({ length: reached + not }, (_, index) => {
      const personRef = `P${index + 1}`;
      const family = [{ ref: `F${index + 1}`, relationship: 'parent' } as const];
      return aPerson(
        aPlacement({ personRef }),
        aSession({ personRef }),
        ...(index < reached ? [aSession({ personRef, on: '2026-10-07', kind: 'family-group', family })] : []),
      );
    });
    const measure = documentOf({ people }).measures['family-engagement'];
    if (measure?.kind !== 'proportion') throw new Error('no proportion');
    return measure;
  };

  test.each([
    [4, 20],
    [20, 4],
    [1, 1],
    [0, 4],
    [4, 0],
  ])('of %i against %i is withheld', (reached, not) => {
    expect(reach(reached, not)).toMatchObject({ kind: 'proportion', ...suppressed });
    expect(reach(reached, not)).not.toHaveProperty('numerator');
  });

  test.each([
    [5, 20],
    [20, 5],
    [0, 20],
    [20, 0],
  ])('of %i against %i is shown', (reached, not) => {
    expect(reach(reached, not)).toMatchObject({
      numerator: reached,
      denominator: reached + not,
      value: reached / (reached + not),
    });
  });

  test('of nobody is unavailable', () => {
    expect(reach(0, 0)).toMatchObject({ state: 'unavailable', reason: 'no-eligible' });
  });
});

describe('a count', () => {
  const supported = (size: number, disclosure: 'lt5' | 'hes7round5' = 'lt5') => {
    const family = Array.from({ length: size }, (_, index) => ({
      ref: `F${index}`,
      relationship: 'carer' as const,
    }));
    const measure = documentOf({
      people: [],
      unattached: size === 0 ? [] : [aFamilySession({ on: '2026-10-07', family })],
      commissioner: { code: 'northshire', name: 'Northshire', disclosure },
    }).measures['family-engagement'];
    return measure?.beside?.['family-supported'];
  };

  test.each([0, 5, 12])('of %i is shown', (size) => {
    expect(supported(size)).toEqual({ kind: 'count', state: 'estimated', value: size });
  });

  test.each([1, 4])('of %i is withheld', (size) => {
    expect(supported(size)).toEqual({ kind: 'count', ...suppressed });
  });

  // NHSDigital codonPython, tests/suppression_test.py
  test.each([
    [0, 0],
    [8, 10],
    [16, 15],
  ])('under hes7round5 %i is shown as %i', (size, value) => {
    expect(supported(size, 'hes7round5')).toEqual({ kind: 'count', state: 'estimated', value });
  });

  test.each([1, 5, 7])('under hes7round5 %i is withheld', (size) => {
    expect(supported(size, 'hes7round5')).toEqual({ kind: 'count', ...suppressed });
  });

  test('of many attendances by few people is withheld', () => {
    const unattached = Array.from({ length: 10 }, (_, index) =>
      aFamilySession({ on: `2026-10-${10 + index}`, family: [{ ref: 'F1', relationship: 'carer' }] }),
    );
    const measure = documentOf({ people: [], unattached }).measures['family-engagement'];
    expect(measure?.beside?.['attendances-carer-group']).toEqual({ kind: 'count', ...suppressed });
  });
});

describe('an incidence figure', () => {
  type Outcome = 'recovered' | 'relapsed' | 'exited' | 'open';

  /** Lapses opened on 1 June 2026, so many of each outcome, the outcome on day 10. */
  const lapses = (...groups: [number, Outcome][]) => {
    const outcomes = groups.flatMap(([size, outcome]) => Array.from({ length: size }, () => outcome));
    const people = outcomes.map((outcome, index) => {
      const personRef = `P${index + 1}`;
      const ended =
        outcome === 'open'
          ? {}
          : { outcome, [outcome === 'recovered' ? 'returnedOn' : 'closedOn']: '2026-06-11' };
      return aPerson(aPlacement({ personRef }), aLapse({ personRef, openedOn: '2026-06-01', ...ended }));
    });
    const measure = documentOf({ people }).measures['lapse-recovery'];
    if (measure?.kind !== 'incidence') throw new Error('no incidence');
    const all = { ...measure.causes, open: measure.open };
    return {
      measure,
      shown: Object.entries(all)
        .filter(([, points]) => points[0]?.state === 'estimated')
        .map(([name]) => name),
    };
  };

  test('adds up and is shown whole when nothing is small', () => {
    const { measure, shown } = lapses([20, 'recovered'], [6, 'relapsed'], [5, 'exited'], [9, 'open']);
    expect(shown).toEqual(['recovered', 'relapsed', 'exited', 'open']);
    expect(measure).toMatchObject({ lapses: 40, people: 40 });
    expect(measure.causes['recovered']?.[0]).toMatchObject({ day: 28, value: 0.5 });
  });

  test('hides the next smallest with the one that is small, not the headline', () => {
    expect(lapses([20, 'recovered'], [2, 'relapsed'], [6, 'exited'], [9, 'open']).shown).toEqual([
      'recovered',
      'open',
    ]);
    expect(lapses([5, 'recovered'], [2, 'relapsed'], [30, 'exited'], [30, 'open']).shown).not.toContain(
      'exited',
    );
    expect(lapses([5, 'recovered'], [2, 'relapsed'], [30, 'exited'], [31, 'open']).shown).toEqual([
      'recovered',
      'open',
    ]);
  });

  test('goes on hiding until five people are covered', () => {
    expect(lapses([20, 'recovered'], [2, 'relapsed'], [2, 'exited'], [9, 'open']).shown).toEqual([
      'recovered',
    ]);
  });

  test('hides the headline when there is no other choice', () => {
    expect(lapses([20, 'recovered'], [3, 'relapsed'], [1, 'open']).shown).toEqual(['exited']);
  });

  test('of four people is withheld whole', () => {
    const { measure, shown } = lapses([4, 'recovered']);
    expect(shown).toEqual([]);
    expect(measure).toMatchObject({ lapses: suppressed, people: suppressed });
  });
});

describe('hes7round5', () => {
  test('publishes no curve, and counts rounded to 5', () => {
    const figure = survival(crowd([12, left(10)], [3, { day: 12, reason: 'died' }], [8]), 'hes7round5');
    expect(figure.journeys).toBe(25);
    expect(figure.events).toBe(15);
    expect(figure.parts).toEqual({ lapsed: 0, 'left-unplanned': 10, died: suppressed });
    expect(figure.points[2]).toEqual({ day: 84, state: 'unavailable', reason: 'not-published' });
    expect(figure.median).toEqual({ state: 'unavailable', reason: 'not-published' });
  });

  test('withholds the events, and their parts, when seven or fewer had none', () => {
    const figure = survival(crowd([15, left(10)], [7]), 'hes7round5');
    expect(figure).toMatchObject({ journeys: 20, events: suppressed });
    expect(Object.values(figure.parts)).toEqual([suppressed, suppressed, suppressed]);
    expect(survival(crowd([15, left(10)]), 'hes7round5').events).toBe(15);
  });

  test('marks no median as unreliable: those behind it are published as ten or more', () => {
    const people = Array.from({ length: 8 }, (_, index) => {
      const personRef = `P${index + 1}`;
      const returned = { outcome: 'recovered', openedOn: '2026-06-01', returnedOn: '2026-06-11' } as const;
      return aPerson(aPlacement({ personRef }), aLapse({ personRef, ...returned }));
    });
    const median = (disclosure: 'lt5' | 'hes7round5') => {
      const commissioner = { code: 'northshire', name: 'Northshire', disclosure };
      return documentOf({ people, commissioner }).measures['lapse-recovery']?.beside?.['days-to-return'];
    };
    expect(median('hes7round5')).toEqual({ kind: 'median', state: 'estimated', value: 10, unit: 'days' });
    expect(median('lt5')).toMatchObject({ value: 10, marks: ['u'] });
  });

  test('says of nobody that there was nobody', () => {
    const none = { state: 'unavailable', reason: 'no-eligible' };
    const { points, median } = survival([], 'hes7round5');
    expect([median, points[2]]).toEqual([none, { day: 84, ...none }]);
    const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'hes7round5' } as const;
    expect(documentOf({ people: [], commissioner }).measures['lapse-recovery']).toMatchObject({
      open: [28, 56, 84].map((day) => ({ day, ...none })),
    });
  });

  test('marks as unreliable by the denominator that is published', () => {
    const marks = (size: number, disclosure: 'lt5' | 'hes7round5') => {
      const people = Array.from({ length: size }, (_, index) => {
        const personRef = `P${index + 1}`;
        return aPerson(aPlacement({ personRef }), aSession({ personRef }));
      });
      const commissioner = { code: 'northshire', name: 'Northshire', disclosure };
      return documentOf({ people, commissioner }).measures['family-engagement'];
    };
    // Nine people are published as 10, as eleven are.
    expect(marks(9, 'hes7round5')).toMatchObject({ numerator: 0, denominator: 10 });
    expect(marks(9, 'hes7round5')).toEqual(marks(11, 'hes7round5'));
    expect(marks(9, 'lt5')).toMatchObject({ denominator: 9, marks: ['u'] });
  });

  test('takes percentages and intervals from the rounded counts', () => {
    const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'hes7round5' } as const;
    const people = Array.from({ length: 101 }, (_, index) => {
      const personRef = `P${index + 1}`;
      const job = aMilestone({ personRef, step: 'employment-started', reachedOn: '2026-03-02' });
      return aPerson(
        aPlacement({ personRef, service: 'aftercare' }),
        aMilestone({ personRef, reachedOn: '2026-02-02' }),
        ...(index < 64 ? [job] : []),
      );
    });
    // 64 of 101 is shown as 65 of 100; the interval is the published one of 65 in 100.
    const measure = documentOf({ people, commissioner }).measures['volunteer-progression'];
    if (measure?.kind !== 'proportion' || measure.state !== 'estimated') throw new Error('not estimated');
    expect(measure).toMatchObject({ numerator: 65, denominator: 100, value: 0.65 });
    expect(measure.lower).toBeCloseTo(0.5525444329688797, 12);
  });
});

test('the document names what it was made of', () => {
  const document = documentOf({
    people: [],
    targets: [
      {
        measure: 'family-engagement',
        value: 0.4,
        direction: 'at-least',
        source: 'contract',
        validFrom: '2026-04-01',
      },
    ],
  });
  expect(document).toMatchObject({
    schema: 1,
    commissioner: 'northshire',
    commissionerName: 'Northshire County Council',
    month: '2026-10',
    revision: 1,
    asAt: '2026-11-05T06:00:00.000Z',
    disclosure: 'lt5',
  });
  expect(document.measures['family-engagement']?.target).toEqual({
    value: 0.4,
    direction: 'at-least',
    source: 'contract',
  });
  expect(Object.keys(document.definitions)).toEqual(Object.keys(document.measures));
  expect(outcomeDocumentSchema.parse(document)).toEqual(document);
});

/** Ends of all sorts on days around the reported ones. */
const anyEnd = fc.option(
  fc.record({
    day: fc.integer({ min: 1, max: 230 }),
    reason: fc.constantFrom('left' as const, 'died' as const, 'completed' as const),
  }),
  { nil: undefined },
);

test('whatever happens, shown events and numbers at risk never differ by one to four', () => {
  fc.assert(
    fc.property(fc.array(anyEnd, { maxLength: 60 }), (ends) => {
      const people = crowd(...ends.map((end): [number, End?] => (end === undefined ? [1] : [1, end])));
      const { headline } = computeMeasure('abstinence-retention', { people });
      if (headline.kind !== 'survival') throw new Error('no survival');
      const figure = lt5.survival.write(headline, lt5.survival.hide(headline));
      const points = figure.points.filter((point) => point.state === 'estimated');
      const events = [0, ...points.map((point) => point.events), figure.events].filter(
        (one) => typeof one === 'number',
      );
      events.forEach((total, index) => {
        expect([1, 2, 3, 4]).not.toContain(total - (events[index - 1] ?? 0));
      });
      const journeys = typeof figure.journeys === 'number' ? figure.journeys : 0;
      const censored = points.flatMap((point) =>
        typeof point.atRisk === 'number' && typeof point.events === 'number'
          ? [journeys - point.events - point.atRisk]
          : [],
      );
      censored.forEach((total, index) => {
        expect([1, 2, 3, 4]).not.toContain(total - (censored[index - 1] ?? 0));
      });
      points.forEach((later, at) => {
        if (typeof later.atRisk === 'number' || typeof later.events !== 'number') return;
        for (const { atRisk, events: before } of points.slice(0, at)) {
          if (typeof atRisk !== 'number' || typeof before !== 'number') continue;
          expect([1, 2, 3, 4]).not.toContain(atRisk - (later.events - before));
        }
      });
      if (typeof figure.events !== 'number') expect(figure.median).toEqual(suppressed);
      const parts = Object.values(figure.parts);
      expect(parts.filter((part) => typeof part !== 'number')).not.toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});
