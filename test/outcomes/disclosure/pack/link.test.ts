import { describe, expect, test } from 'vitest';
import type { IssuedMonth } from '../../../../shared/outcomes/change/issued-month.ts';
import type { Cohort } from '../../../../shared/outcomes/document.ts';
import { mapValues } from '../../../../shared/outcomes/map-values.ts';
import { aMeasure, count, curve, median, share } from './figures.ts';
import { known, knownAfter, withheld } from './reader.ts';

describe('sums that a measure declares', () => {
  test('parts add up to a count beside', () => {
    const beside = { exits: count(13), left: count(10), died: count(3) };
    const measures = { a: aMeasure(count(50), { beside, sums: { exits: ['left', 'died'] } }) };
    expect(known(measures, 'a|beside|died|')).toEqual({ 'a|beside|died||count': '3' });
  });

  test('a sum may be of who passes, or of who does not', () => {
    const beside = { met: count(17), unmet: count(3) };
    const sums = { 'headline/numerator': ['met'], 'headline/complement': ['unmet'] };
    const measures = { a: aMeasure(share(17, 20), { beside, sums }) };
    expect(known(measures, 'a|headline||', 'a|beside|met|')).toEqual({ 'a|headline|||complement': '3' });
  });

  test('who is in a count and not in one within it is told by both', () => {
    const beside = { larger: count(20), smaller: count(17) };
    const measures = { a: aMeasure(count(50), { beside, within: { larger: 'smaller' } }) };
    expect(known(measures)).toEqual({ 'a|beside|larger||without smaller': '3' });
    expect(known(measures, 'a|beside|smaller|')).toEqual({ 'a|beside|larger||without smaller': '0–20' });
  });

  test('a count is at least as much as one within it, also where there are no others', () => {
    const beside = { larger: count(3), smaller: count(3) };
    const measures = { a: aMeasure(count(50), { beside, within: { larger: 'smaller' } }) };
    expect(known(measures, 'a|beside|larger|')).toEqual({ 'a|beside|larger||count': '3–Infinity' });
    expect(known(measures, 'a|beside|smaller|')).toEqual({ 'a|beside|smaller||count': '0–3' });
  });

  test('what is not there is in nothing and nothing is in it, nor is what is more', () => {
    const beside = { some: count(3), more: count(7) };
    for (const within of [{ some: 'none' }, { none: 'some' }, { some: 'more' }])
      expect(known({ a: aMeasure(count(50), { beside, within }) }, 'a|beside|some|')).toEqual({
        'a|beside|some||count': '0–Infinity',
      });
  });

  test('what is not there is no sum, and none of the parts of one', () => {
    const beside = { some: count(3), whole: count(3) };
    const sums = { none: ['some'], whole: ['some', 'none'] };
    expect(known({ a: aMeasure(count(50), { beside, sums }) }, 'a|beside|some|')).toEqual({
      'a|beside|some||count': '3',
    });
  });
});

describe('populations', () => {
  const inTreatment = { population: 'in-treatment' } as const;
  const women = { population: 'women-in-treatment' } as const;

  test('figures of one population have one denominator, in whole and in each category', () => {
    const sex = { female: count(3, inTreatment), male: count(20, inTreatment) };
    const splits = { sex: { female: share(0, 3, inTreatment), male: share(20, 20, inTreatment) } };
    const measures = {
      a: aMeasure(count(23, inTreatment), { splits: { sex } }),
      b: aMeasure(share(20, 23, inTreatment), { splits }),
    };
    const hidden = ['a|headline||', 'a|split|sex|female', 'a|split|sex|male'];
    // b says 23 of the whole, 20 of the men.
    expect(known(measures, ...hidden, 'b|split|sex|female')).toMatchObject({
      'a|split|sex|female|count': '3',
    });
    expect(
      known(measures, ...hidden, 'b|split|sex|female', 'b|split|sex|male', 'b|headline||'),
    ).toMatchObject({
      'a|split|sex|female|count': '0–Infinity',
    });
  });

  test('women in treatment are a category of all, and in other categories among them', () => {
    const service = { day: count(20, inTreatment), after: count(30, inTreatment) };
    const sex = { female: count(24, inTreatment), male: count(26, inTreatment) };
    const ofWomen = { service: { day: count(17, women), after: count(7, women) } };
    const measures = {
      all: aMeasure(count(50, inTreatment), { splits: { service, sex } }),
      women: aMeasure(count(24, women), { splits: ofWomen }),
    };
    // Of the 20 on the day programme 17 are women.
    const others = 'women-in-treatment|split|service|day||others in the category';
    expect(known(measures)).toEqual({ [others]: '3' });
    // The other women are 7 of 24, which are told of all.
    expect(known(measures, 'women|headline||', 'women|split|service|day')).toEqual({ [others]: '3' });
    const hidden = ['women|headline||', 'women|split|service|day', 'women|split|service|after'];
    expect(known(measures, ...hidden)).toEqual({ [others]: '0–20' });
  });
});

describe('the periods of a cohort', () => {
  const year = (earlier: [number, number][]) => {
    const all = [[3, 10], ...earlier] as [number, number][];
    const [passing, of] = [0, 1].map((at) => all.reduce((sum, one) => sum + one[at as 0 | 1], 0));
    return {
      a: aMeasure(count(99), {
        cohort: {
          every: 'month' as const,
          period: '2026-10',
          point: share(3, 10),
          matured: share(passing!, of!),
          providers: {},
          earlier: Object.fromEntries(earlier.map(([x, n], i) => [`2026-0${9 - i}`, share(x, n)])),
        },
      }),
    };
  };

  test('add up to the twelve months: what was issued before is told', () => {
    expect(known(year([[27, 40]]), 'a|cohort|point|')).toMatchObject({ 'a|cohort|point||numerator': '3' });
  });

  test('but not of a month of few people, which were withheld then', () => {
    // 5 to 0 of the 3 + 2 who pass in both.
    const months = year([
      [27, 40],
      [2, 9],
    ]);
    expect(known(months, 'a|cohort|point|')).toMatchObject({ 'a|cohort|point||numerator': '0–5' });
  });

  test('and so do the providers', () => {
    const cohort = {
      every: 'month' as const,
      matured: share(30, 60),
      providers: { north: share(3, 10), south: share(27, 50) },
      earlier: {},
    };
    const measures = { a: aMeasure(count(99), { cohort }) };
    expect(known(measures, 'a|cohort|provider|north')).toEqual({ 'a|cohort|provider|north|numerator': '3' });
  });
});

describe('the packs of months that follow one another', () => {
  const told = (numerator: number, denominator: number) =>
    ({
      kind: 'proportion',
      state: 'estimated',
      numerator,
      denominator,
      value: numerator / denominator,
      lower: 0,
      upper: 1,
      method: 'wilson',
    }) as const;
  /** September's pack, of the twelve months to it, and that of October a year ago. */
  const issued = (window: Cohort['matured'], yearAgo: Cohort['matured']): IssuedMonth[] =>
    (
      [
        ['2025-10', { point: yearAgo, matured: { kind: 'proportion', state: 'suppressed' } }],
        ['2026-09', { point: told(10, 20), matured: window }],
      ] as const
    ).map(([month, shares]) => ({
      month,
      disclosure: 'lt5',
      measures: {
        a: {
          revision: 1,
          kind: 'count',
          state: 'estimated',
          value: 9,
          cohort: { every: 'month', period: month, providers: {}, ...shares },
        },
      },
    }));
  // Of the window to September 34 of 70; a year ago 20 of 40, in September 10 of 20: of the others 4 of 10.
  const measures = {
    a: aMeasure(count(99), {
      cohort: {
        every: 'month',
        period: '2026-10',
        point: share(3, 12),
        matured: share(17, 42),
        providers: {},
        earlier: { '2025-10': share(20, 40), '2026-03': share(4, 10), '2026-09': share(10, 20) },
      },
    }),
  };
  const own = 'a|cohort|point||numerator';
  const suppressed = { kind: 'proportion', state: 'suppressed' } as const;

  test('tell a month by the difference of two windows and the month of a year ago', () => {
    const before = issued(told(34, 70), told(20, 40));
    expect(knownAfter(before, measures, 'a|cohort|point|')).toMatchObject({ [own]: '3' });
  });

  test('but not while one of the three is withheld', () => {
    const all = issued(told(34, 70), told(20, 40));
    expect(knownAfter(all, measures, 'a|cohort|point|', 'a|cohort|matured|')).toMatchObject({
      [own]: '0–Infinity',
    });
    // Of 17 in the window 10 were September's.
    for (const before of [issued(suppressed, told(20, 40)), issued(told(34, 70), suppressed)])
      expect(knownAfter(before, measures, 'a|cohort|point|')).toMatchObject({ [own]: '0–7' });
  });
});

describe('measures of the same people', () => {
  test('who attended a session is who it was delivered to, in whole and in each category', () => {
    const sex = { female: share(3, 12), male: share(20, 30) };
    const measures = {
      attendance: aMeasure(share(23, 42), { splits: { sex } }),
      delivery: aMeasure(count(23), { splits: { sex: { female: count(3), male: count(20) } } }),
    };
    const hidden = ['attendance|split|sex|female', 'attendance|split|sex|male'];
    expect(known(measures, ...hidden, 'delivery|split|sex|female')).toMatchObject({
      'attendance|split|sex|female|numerator': '3',
    });
    expect(known(measures, ...hidden, 'delivery|split|sex|female', 'delivery|split|sex|male')).toMatchObject({
      'attendance|split|sex|female|numerator': '0–23',
    });
  });

  test('who left early is among those whose treatment was not effective', () => {
    const measures = {
      'early-unplanned-exit': aMeasure(share(3, 40)),
      'effective-treatment': aMeasure(share(36, 40)),
    };
    // Three at least: the fourth completed nothing either.
    expect(known(measures, 'effective-treatment|headline||')).toMatchObject({
      'effective-treatment|headline|||complement': '3–Infinity',
    });
  });

  test('where none are wanting in whole none are in any category', () => {
    const split = (...of: [number, number][]) => ({
      provider: { north: share(...of[0]!), south: share(...of[1]!) },
    });
    const measures = {
      'early-unplanned-exit': aMeasure(share(8, 40), { splits: split([3, 20], [5, 20]) }),
      'effective-treatment': aMeasure(share(32, 40), { splits: split([17, 20], [15, 20]) }),
    };
    const north = 'effective-treatment|split|provider|north';
    const hidden = ['effective-treatment|headline||', north, 'effective-treatment|split|provider|south'];
    // 3 left early in the north, and no others were treated in vain.
    expect(known(measures, ...hidden)).toMatchObject({ [`${north}|complement`]: '3' });
  });
});

describe('a median', () => {
  const lapses = (recovered: number) => ({
    'lapse-recovery': aMeasure(count(40), {
      beside: { 'closed-recovered': count(recovered), 'days-to-return': median(recovered) },
    }),
  });
  const [closed, days] = ['closed-recovered', 'days-to-return'].map(
    (name) => `lapse-recovery|beside|${name}|`,
  );

  test('may tell of how many it is, so it goes with them', () => {
    expect(known(lapses(3), closed!)).toEqual({ [`${closed!}|count`]: '3' });
    expect(known(lapses(3), closed!, days!)).toEqual({ [`${closed!}|count`]: '0–Infinity' });
  });

  test('is withheld where it would tell that a withheld number is five or more', () => {
    // Of 8 that closed one way or the other 2 are withheld; were 5 or more recovered they would be 3 at most.
    const beside = {
      'recovered-of-closed': share(6, 8),
      'closed-recovered': count(6),
      'closed-relapsed': count(2),
      'days-to-return': median(6),
      'still-open': count(12),
    };
    const sums = {
      headline: ['recovered-of-closed', 'still-open'],
      'recovered-of-closed': ['closed-recovered', 'closed-relapsed'],
      'recovered-of-closed/numerator': ['closed-recovered'],
    };
    const all = withheld({ 'lapse-recovery': aMeasure(count(20), { beside, sums }) });
    expect(all).toMatchObject({
      'lapse-recovery|beside|closed-relapsed|': 'small',
      'lapse-recovery|beside|closed-recovered|': 'tells-others',
      'lapse-recovery|beside|days-to-return|': 'tells-others',
    });
  });

  test('of nobody says that there is nobody', () => {
    const beside = { 'closed-recovered': count(0), 'closed-exited': count(3), 'days-to-return': median(0) };
    const sums = { headline: ['closed-recovered', 'closed-exited'] };
    const measures = { 'lapse-recovery': aMeasure(count(3), { beside, sums }) };
    const hidden = ['closed-recovered', 'closed-exited'].map((name) => `lapse-recovery|beside|${name}|`);
    expect(known(measures, ...hidden)).toMatchObject({ 'lapse-recovery|beside|closed-exited||count': '3' });
  });
});

describe('waiting times', () => {
  const started = (size: number, waits: number) => ({
    'abstinence-retention': aMeasure(curve([size])),
    retention: aMeasure(curve()),
    'waiting-time': aMeasure(share(waits, waits)),
  });

  test('are of who starts, but for who is left out', () => {
    const told = (...of: [number, number]) => known(started(...of), 'waiting-time|headline||');
    expect(told(3, 3)).toMatchObject({ 'waiting-time|headline|||denominator': '3' });
    expect(told(9, 3)).toMatchObject({ 'waiting-time|headline|||denominator': '0–9' });
  });

  // 3 women, 60 men and 20 others: with the women the others would do, but the men go, too.
  test('give up every dimension of few people, and no other', () => {
    const sizes = { female: 3, male: 60, other: 20 };
    const goals = { abstinence: 83 };
    const split = <Figure>(of: (size: number) => Figure) => ({
      sex: mapValues(sizes, of),
      goal: mapValues(goals, of),
    });
    const wait = (size: number) => share(size, size);
    const hidden = withheld({
      'abstinence-retention': aMeasure(curve([83]), { splits: split((size) => curve([size])) }),
      retention: aMeasure(curve()),
      'waiting-time': aMeasure(wait(83), { splits: split(wait) }),
    });
    expect(Object.keys(hidden).filter((at) => at.startsWith('waiting-time'))).toEqual([
      'waiting-time|split|sex|female',
      'waiting-time|split|sex|male',
      'waiting-time|split|sex|other',
    ]);
  });
});
