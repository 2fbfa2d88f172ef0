import { expect, test } from 'vitest';
import type { ComputedRate } from '../../../../shared/outcomes/computed.ts';
import { aMeasure, count, mean, rate, share } from './figures.ts';
import { known } from './reader.ts';

test('a proportion tells who passes, who does not and all, together', () => {
  // 17 of 20: the 3 others follow from the two numbers that are shown.
  const measures = { a: aMeasure(share(17, 20)) };
  expect(known(measures)).toEqual({ 'a|headline|||complement': '3' });
  expect(known(measures, 'a|headline||')).toEqual({ 'a|headline|||complement': '0–Infinity' });
});

test('the categories of a split add up to the whole, those who pass and those who do not', () => {
  const sex = { female: share(3, 12), male: share(17, 28) };
  const measures = { a: aMeasure(share(20, 40), { splits: { sex } }) };
  expect(known(measures, 'a|split|sex|female')).toEqual({ 'a|split|sex|female|numerator': '3' });
  // 20 pass in all.
  expect(known(measures, 'a|split|sex|female', 'a|split|sex|male')).toEqual({
    'a|split|sex|female|numerator': '0–20',
  });
});

test('who is in no category may be any of them', () => {
  // 25 − 17 = 8, the 3 women and 5 of whom nothing is told.
  const sex = { female: count(3), male: count(17) };
  const measures = { a: aMeasure(count(25), { splits: { sex } }) };
  expect(known(measures, 'a|split|sex|female')).toEqual({ 'a|split|sex|female|count': '0–8' });
});

test('categories of more than the whole are a mistake', () => {
  const measures = { a: aMeasure(count(5), { splits: { sex: { female: count(6) } } }) };
  expect(() => known(measures)).toThrow('the parts of a figure are more than the whole');
});

test('a figure of nobody is known to be of nobody', () => {
  // Of 9 the 3 are what is not one of the 6, if the third is nobody, as is said of it.
  const none = [mean(0), share(0, 0)] as const;
  const means = { a: mean(3), b: mean(6), c: none[0] };
  const shares = { a: share(3, 8), b: share(6, 12), c: none[1] };
  const ofMeans = { m: aMeasure(mean(9), { splits: { goal: means } }) };
  const ofShares = { s: aMeasure(share(9, 20), { splits: { goal: shares } }) };
  expect(known(ofMeans, 'm|split|goal|a')).toEqual({ 'm|split|goal|a|values': '3' });
  expect(known(ofShares, 's|split|goal|a')).toEqual({ 's|split|goal|a|numerator': '3' });
  expect(() => known(ofShares, 's|split|goal|c')).toThrow('There is no');
});

test('of what was never sent nothing is known', () => {
  const none = { ...share(0, 3), notRecorded: true as const };
  expect(known({ a: aMeasure(none) })).toEqual({});
});

test('a rate tells its events and its days', () => {
  const splits = { sex: { female: rate(2, 4, 2), male: rate(9, 30, 20) } };
  const measures = { a: aMeasure(rate(11, 34, 22), { splits }) };
  // 34 − 30 weeks are 28 days.
  expect(known(measures, 'a|split|sex|female')).toEqual({
    'a|split|sex|female|events': '2',
    'a|split|sex|female|exposure': '28',
  });
});

test('a rate of nobody is known to be of nobody', () => {
  const none: ComputedRate = {
    kind: 'rate',
    unit: 'person-week',
    state: 'unavailable',
    reason: 'no-eligible',
  };
  const splits = { goal: { a: rate(3, 4, 3), b: rate(9, 30, 20), c: none } };
  // 12 − 9 events and 34 − 30 weeks, which are 28 days, if the third is nobody, as is said of it.
  expect(known({ m: aMeasure(rate(12, 34, 23), { splits }) }, 'm|split|goal|a')).toEqual({
    'm|split|goal|a|events': '3',
    'm|split|goal|a|exposure': '28',
  });
});
