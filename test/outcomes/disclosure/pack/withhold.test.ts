import { describe, expect, test } from 'vitest';
import { disclose } from '../../../../shared/outcomes/disclosure.ts';
import type { ComputedMeasure } from '../../../../shared/outcomes/computed.ts';
import { aMeasure, count, curve, type Group, share } from './figures.ts';
import { withheld } from './reader.ts';

test('with a few the next few go, and not the headline', () => {
  const splits = { sex: { female: count(3), male: count(20), other: count(6) } };
  expect(withheld({ a: aMeasure(count(29), { splits }) })).toEqual({
    'a|split|sex|female': 'small',
    'a|split|sex|other': 'tells-others',
  });
});

test('a headline goes where it is small itself', () => {
  expect(withheld({ a: aMeasure(count(3)) })).toEqual({ 'a|headline||': 'small' });
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
  const issued = (a: ComputedMeasure) =>
    disclose(
      {
        commissioner: 'northshire',
        commissionerName: 'Northshire',
        month: '2026-10',
        disclosure: 'lt5',
        measures: { a },
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
});
