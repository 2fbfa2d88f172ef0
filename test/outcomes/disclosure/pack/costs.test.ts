import { expect, test } from 'vitest';
import type { ComputedHeadline, ComputedMeasure } from '../../../../shared/outcomes/computed.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { knowledgeOf } from '../../../../shared/outcomes/disclosure/pack/knowledge-of.ts';
import { placeKey } from '../../../../shared/outcomes/disclosure/pack/place.ts';
import { aMeasure, count, curve, mean, rate, share, shares, type Group } from './figures.ts';

/** What is hidden rather than something else, where one of several would do: what costs less. */

const unitsOf = (a: ComputedMeasure) => knowledgeOf({ measures: { a } }, lt5).units;
const cheapestFirst = (a: ComputedMeasure): string[] =>
  unitsOf(a)
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ place, name }) => `${placeKey(place)} ${name}`);

test('a split goes before another rule, what stands beside, a provider in a funnel and a headline', () => {
  const cohort = {
    every: 'month' as const,
    period: '2026-10',
    point: share(10, 20),
    matured: share(15, 30),
    providers: { north: share(15, 30) },
    earlier: {},
  };
  const splits = { provider: { north: share(20, 40), south: share(20, 50) } };
  const more = { splits, sensitivity: { b: share(50, 90) }, beside: { c: share(10, 20) }, cohort };
  expect(cheapestFirst(aMeasure(share(40, 90), more))).toEqual([
    'a|split|provider|north figure',
    'a|split|provider|south figure',
    'a|sensitivity|b| figure',
    'a|beside|c| figure',
    'a|cohort|provider|north figure',
    'a|cohort|point| figure',
    'a|cohort|matured| figure',
    'a|headline|| figure',
  ]);
});

test('of ninety people a figure is worth no more than of more, and none is worth the next better kind', () => {
  const costOf = (size: number) => unitsOf(aMeasure(count(size)))[0]?.cost;
  expect([12, 90, 5000].map(costOf)).toEqual([1_000_012, 1_000_090, 1_000_090]);
});

test('a figure of any kind is worth more the more people are behind it; all of a curve six times as much', () => {
  const costOf = (one: ComputedHeadline) =>
    unitsOf(aMeasure(count(200), { beside: { one } })).find(({ place }) => place.part === 'beside')?.cost;
  const left: Group[] = [[10, 20, 'left'], [15]];
  expect([count(25), share(9, 25), mean(25), rate(7, 20, 25)].map(costOf)).toEqual([
    10_025, 10_025, 10_025, 10_025,
  ]);
  expect([curve(...left), shares(...left)].map(costOf)).toEqual([60_150, 60_150]);
});

test('of a curve the day the reader came for goes last but for all of it', () => {
  expect(cheapestFirst(aMeasure(curve([30, 20, 'left'], [30, 40, 'died'], [30])))).toEqual(
    [
      'at-risk:1',
      'at-risk:2',
      'at-risk:3',
      'part:left',
      'part:died',
      'node:1',
      'node:2',
      'node:4',
      'node:3',
      'figure',
    ].map((unit) => `a|headline|| ${unit}`),
  );
});

test('of shares the cause and the day the reader came for go last but for all of it', () => {
  const others = ['cell:1:0', 'cell:2:0', 'cell:1:1', 'cell:2:1', 'cell:1:2', 'cell:2:2'];
  const open = ['cell:3:0', 'cell:3:1', 'cell:3:2'];
  const own = ['cell:0:0', 'cell:0:1', 'cell:0:2'];
  expect(cheapestFirst(aMeasure(shares([30, 20, 'left'], [30, 40, 'moved-on'], [30])))).toEqual(
    [...others, ...open, ...own, 'figure'].map((unit) => `a|headline|| ${unit}`),
  );
  const costs = unitsOf(aMeasure(shares([90]))).filter(({ name }) => name.startsWith('cell:0:'));
  expect(costs.map(({ cost }) => Math.round(cost))).toEqual([700_063, 700_063, 900_081]);
});
