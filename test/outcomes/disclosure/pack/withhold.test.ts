import { describe, expect, test } from 'vitest';
import { disclose } from '../../../../shared/outcomes/disclosure.ts';
import { hes7round5 } from '../../../../shared/outcomes/disclosure/hes7round5.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { withhold } from '../../../../shared/outcomes/disclosure/pack/withhold.ts';
import type { ComputedMeasure, ComputedProportion } from '../../../../shared/outcomes/computed.ts';
import { aMeasure, count, curve, type Group, share, shares } from './figures.ts';
import { withheld } from './reader.ts';

test('with a few the next few go, and not the headline', () => {
  const splits = { sex: { female: count(3), male: count(20), other: count(6) } };
  expect(withheld({ a: aMeasure(count(29), { splits }) })).toEqual({
    'a|split|sex|female': 'small',
    'a|split|sex|other': 'tells-others',
  });
});

test('a headline goes where it is small itself, and with it all there is of it', () => {
  expect(withheld({ a: aMeasure(count(3)) })).toEqual({ 'a|headline||': 'small' });
  expect(withheld({ a: aMeasure(shares([3])) })).toEqual({ 'a|headline||': 'small' });
});

test('it is told how wide the range of what is withheld is at least', () => {
  const splits = { sex: { female: count(3), male: count(20), other: count(6) } };
  // Of the 9 that are withheld the women may be 5 more than they are: 3 to 8.
  const { audited } = withhold({ measures: { a: aMeasure(count(29), { splits }) } }, lt5, []).withheld;
  expect(audited).toEqual([{ what: 'a|split|sex|female|count', width: 5, safe: true }]);
});

test('where counts are rounded only what is small goes, as long as the others leave it a range', () => {
  const splits = { sex: { female: count(3), male: count(20), other: count(12) } };
  const { hidden, withheld } = withhold({ measures: { a: aMeasure(count(35), { splits }) } }, hes7round5, []);
  expect([...hidden]).toEqual([['a|split|sex|female', new Set(['figure'])]]);
  expect(withheld).toEqual({
    units: [
      {
        place: { measure: 'a', part: 'split', name: 'sex', category: 'female' },
        ...{ unit: 'figure', why: 'small' },
      },
    ],
    // 33 to 37 less 18 to 22 less 8 to 12: 11 at the most, eight more than it is.
    audited: [{ what: 'a|split|sex|female|count', width: 8, safe: true }],
  });
});

test('and more where they do not', () => {
  // 45 is 43 to 47, and so is 44: four women at most, until the men are withheld as well.
  const splits = { sex: { female: count(1), male: count(44) } };
  const { withheld } = withhold({ measures: { a: aMeasure(count(45), { splits }) } }, hes7round5, []);
  expect(withheld.units.map(({ place, why }) => [place.category, why])).toEqual([
    ['female', 'small'],
    ['male', 'tells-others'],
  ]);
});

test('of a curve that is withheld whole no day is told, which would tell it', () => {
  const sex = { female: shares([3]), male: shares([20]), other: shares([6]) };
  expect(withheld({ a: aMeasure(shares([29]), { splits: { sex } }) })).toMatchObject({
    'a|split|sex|female': 'small',
    'a|split|sex|other': 'tells-others',
  });
});

test('of a share that is withheld alone none tells it', () => {
  // By day 56 10 had left and 3 died, and the curve says that 13 had an event.
  const groups: Group[] = [[10, 20, 'left'], [3, 40, 'died'], [12, 60, 'moved-on'], [30]];
  const measures = { a: aMeasure(curve(...groups), { beside: { occupancy: shares(...groups) } }) };
  expect(withheld(measures)).toMatchObject({
    'a|beside|occupancy| cell:2:1': 'small',
    'a|beside|occupancy| cell:1:1': 'tells-others',
  });
});

test('with a share of few in one category that of another goes', () => {
  // By every day 3 women and 9 men died, and of all 12.
  const women: Group[] = [[3, 20, 'died'], [10, 20, 'left'], [20]];
  const men: Group[] = [[9, 20, 'died'], [12, 20, 'left'], [30]];
  const sex = { female: shares(...women), male: shares(...men) };
  const why = withheld({ a: aMeasure(shares(...women, ...men), { splits: { sex } }) });
  for (const day of [0, 1, 2])
    expect(why).toMatchObject({
      [`a|split|sex|female cell:2:${day}`]: 'small',
      [`a|split|sex|male cell:2:${day}`]: 'tells-others',
    });
});

describe('block and spot', () => {
  const funded = (more: { population?: 'in-treatment' | 'waiting' }) => {
    const splits = { funding: { block: count(3, more), spot: count(30, more) } };
    return withheld({ a: aMeasure(count(43, more), { splits }) });
  };

  // Ten are on neither: by the sum 3 may be 0 to 13. But the statement says how many there are of both.
  test('are withheld together where they are of people in treatment', () => {
    expect(funded({ population: 'in-treatment' })).toEqual({
      'a|split|funding|block': 'small',
      'a|split|funding|spot': 'tells-others',
    });
  });

  const people = { population: 'in-treatment' } as const;
  const women = { population: 'women-in-treatment' } as const;

  test('are withheld with who is on neither', () => {
    // With the 3 on neither the 20 on spot weeks would do, if the statement did not tell them.
    const splits = {
      funding: { block: count(30, people), spot: count(20, people), neither: count(3, people) },
    };
    expect(withheld({ a: aMeasure(count(53, people), { splits }) })).toEqual({
      'a|split|funding|block': 'tells-others',
      'a|split|funding|spot': 'tells-others',
      'a|split|funding|neither': 'small',
    });
  });

  test('are withheld together where one of them would tell others', () => {
    // Of 103 people on block weeks 100 are women; of all 130 some are on neither, so the one would do.
    const funding = (block: number, spot: number, more: typeof people | typeof women) => ({
      funding: { block: count(block, more), spot: count(spot, more) },
    });
    const measures = {
      all: aMeasure(count(130, people), { splits: funding(103, 20, people) }),
      women: aMeasure(count(110, women), { splits: funding(100, 5, women) }),
    };
    expect(withheld(measures)).toEqual({
      'all|split|funding|block': 'tells-others',
      'all|split|funding|spot': 'tells-others',
    });
  });

  test('are withheld of the one measure in which they are few', () => {
    const counts = { funding: { block: count(30, people), spot: count(20, people) } };
    const few = { funding: { block: share(3, 30, people), spot: share(20, 20, people) } };
    const measures = {
      a: aMeasure(count(50, people), { splits: counts }),
      b: aMeasure(share(23, 50, people), { splits: few }),
    };
    expect(withheld({ a: measures.a })).toEqual({});
    expect(withheld(measures)).toEqual({
      'b|split|funding|block': 'small',
      'b|split|funding|spot': 'tells-others',
    });
  });

  test('of other figures the statement says nothing', () => {
    const small = { 'a|split|funding|block': 'small' };
    expect(funded({ population: 'waiting' })).toEqual(small);
    expect(funded({})).toEqual(small);
  });
});

test('another rule goes where it is a few away', () => {
  const groups = (left: number): Group[] => [[left, 20, 'left'], [60 - left]];
  const sensitivity = { same: curve(...groups(20)), few: curve(...groups(22)), many: curve(...groups(25)) };
  const why = withheld({ a: aMeasure(curve(...groups(20)), { sensitivity }) });
  const differing = Object.entries(why).filter(([, reason]) => reason === 'differs-by-few');
  expect(differing.map(([at]) => at)).toEqual(
    expect.arrayContaining([1, 2, 3, 4].map((node) => `a|sensitivity|few| node:${node}`)),
  );
  expect(differing.filter(([at]) => !at.startsWith('a|sensitivity|few|'))).toEqual([]);
});

test('a proportion is withheld with its complement', () => {
  const splits = { sex: { female: share(10, 13), male: share(20, 40) } };
  expect(withheld({ a: aMeasure(share(30, 53), { splits }) })).toEqual({
    'a|split|sex|female': 'small',
    'a|split|sex|male': 'tells-others',
  });
});

describe('what the issue before said', () => {
  const issued = (a: ComputedMeasure, more: Record<string, ComputedMeasure> = {}) =>
    disclose(
      {
        commissioner: 'northshire',
        commissionerName: 'Northshire',
        month: '2026-10',
        disclosure: 'lt5',
        measures: { a, ...more },
        targets: {},
        definitions: {},
        providers: {},
      },
      { revision: 1, asAt: '2026-11-05T06:00:00.000Z' },
    );
  const split = (female: number, male: number) =>
    aMeasure(count(female + male), { splits: { sex: { female: count(female), male: count(male) } } });

  // 12 were 10: two more, whom the whole shows, too, and may. With the women withheld the men are what is left.
  test('takes a category that is a few away, and what would tell it', () => {
    expect(withheld({ a: split(12, 30) }, issued(split(10, 30)))).toMatchObject({
      'a|split|sex|female': 'moved-by-few',
    });
    expect(withheld({ a: split(15, 30) }, issued(split(10, 30)))).toEqual({});
    expect(withheld({ a: split(10, 30) }, issued(split(10, 30)))).toEqual({});
  });

  test('leaves the whole, and a category that is the whole once more', () => {
    const alone = (size: number) => aMeasure(count(size), { splits: { sex: { female: count(size) } } });
    expect(withheld({ a: alone(12) }, issued(alone(10)))).toEqual({});
  });

  const funnel = (providers: Record<string, ComputedProportion>) => {
    const all = Object.values(providers);
    const [passing, of] = [
      all.reduce((sum, { numerator }) => sum + numerator.count, 0),
      all.reduce((sum, { denominator }) => sum + denominator.count, 0),
    ];
    return aMeasure(count(200), {
      cohort: { every: 'month', matured: share(passing, of), providers, earlier: {} },
    });
  };

  test('takes a provider in a funnel, and what would tell it, and leaves the whole', () => {
    const of = (size: number) =>
      funnel({ north: share(size, 40), south: share(20, 40), east: share(30, 60) });
    expect(withheld({ a: of(12) }, issued(of(10)))).toEqual({
      'a|cohort|provider|north': 'moved-by-few',
      'a|cohort|provider|south': 'tells-others',
    });
  });

  test('leaves a provider that is alone in a funnel, or new in it', () => {
    const alone = (size: number) => funnel({ north: share(size, 40) });
    expect(withheld({ a: alone(12) }, issued(alone(10)))).toEqual({});
    const later = funnel({ north: share(12, 40), south: share(20, 40) });
    expect(withheld({ a: later }, issued(alone(12)))).toEqual({});
    expect(withheld({ a: later }, issued(aMeasure(count(200))))).toEqual({});
  });

  test('takes no headline for a category that is a few away: that the whole moved is seen', () => {
    const [all, women] = [{ population: 'in-treatment' }, { population: 'women-in-treatment' }] as const;
    const pack = (female: number) => ({
      a: aMeasure(count(female + 30, all), {
        splits: { sex: { female: count(female, all), male: count(30, all) } },
      }),
      women: aMeasure(count(female, women)),
    });
    const before = pack(10);
    expect(withheld(pack(12), issued(before.a, { women: before.women }))).toMatchObject({
      'a|split|sex|female': 'moved-by-few',
    });
    expect(withheld(pack(12), issued(before.a, { women: before.women }))).not.toHaveProperty([
      'women|headline||',
    ]);
  });
});
