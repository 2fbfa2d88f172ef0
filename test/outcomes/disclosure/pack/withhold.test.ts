import { describe, expect, test } from 'vitest';
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
  const funded = (more: { population?: 'in-treatment' }) => {
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
    expect(funded({})).toEqual({ 'a|split|funding|block': 'small' });
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
