import { expect, test } from 'vitest';
import type { ComputedIncidence, ComputedSurvival } from '../../shared/outcomes/computed.ts';
import { splitFigures } from '../../shared/outcomes/split-figures.ts';
import { curve, type Group, share, shares } from './disclosure/pack/figures.ts';

/** 5 left by day 28, 3 died by day 56, 2 were censored on day 70, and so many go on. */
const groups = (open: number): Group[] => [[5, 20, 'left'], [3, 40, 'died'], [2, 70], [open]];
const survivalOf = (figure: unknown) => figure as ComputedSurvival;
const incidenceOf = (figure: unknown) => figure as ComputedIncidence;

test('a split of fewer than fifty people tells one day', () => {
  // 5 + 3 + 2 + 40 = 50, and one less.
  expect(splitFigures({ a: curve(...groups(40)) })['a']).toEqual(curve(...groups(40)));
  const one = survivalOf(splitFigures({ a: curve(...groups(39)) })['a']);
  expect(one.points).toEqual([expect.objectContaining({ day: 84, events: { count: 8, people: 8 } })]);
  expect(one.parts).toEqual({});
  expect(one.journeys.count).toBe(49);
});

test('one category of few makes all of them tell one day', () => {
  const { a, b } = splitFigures({ a: curve(...groups(90)), b: curve(...groups(39)) });
  expect([survivalOf(a).points, survivalOf(b).points].map(({ length }) => length)).toEqual([1, 1]);
});

test('what happened until the one day and after it is all that happened', () => {
  const { eventFlow, censoredFlow, freeFlow } = survivalOf(splitFigures({ a: curve(...groups(20)) })['a']);
  // 8 events by day 84 and none after it; 2 censored by then, 20 after it; 22 had none, 20 of them followed beyond.
  expect(eventFlow).toEqual([
    [0, 8, 8],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect([censoredFlow[0]?.[1], censoredFlow[1]?.[2], censoredFlow[0]?.[2]]).toEqual([2, 20, 22]);
  expect([freeFlow[0]?.[1], freeFlow[1]?.[2]]).toEqual([22, 20]);
});

test('the same of shares: what ended by the one day is summed', () => {
  const { causes, open } = incidenceOf(splitFigures({ a: shares(...groups(20)) })['a']);
  expect(causes['left']?.ended).toEqual([5, 0]);
  expect(causes['died']?.ended).toEqual([3, 0]);
  expect(causes['died']?.points.map(({ day }) => day)).toEqual([84]);
  expect(causes['died']?.flow[0]).toEqual([0, 3, 3]);
  expect(open.points.map(({ day }) => day)).toEqual([84]);
  expect(splitFigures({ a: shares(...groups(40)) })['a']).toEqual(shares(...groups(40)));
});

test('the events of the parts by the one day are those of the whole', () => {
  const women: Group[] = [[6, 50, 'left'], [4, 100, 'left'], [20]];
  const parts = [women, groups(20)].map((part) => survivalOf(splitFigures({ a: curve(...part) })['a']));
  const whole = curve(...women, ...groups(20));
  const by84 = whole.points[2];
  const sum = parts.reduce((total, { eventFlow }) => total + (eventFlow[0]?.[1] ?? 0), 0);
  // 6 + 8.
  expect(sum).toBe(14);
  expect(by84).toMatchObject({ events: { count: 14 } });
});

test('who was left out is told of the whole alone', () => {
  const excluded = { 'referred-after-start': { count: 3, people: 3 } };
  expect(splitFigures({ a: share(5, 9, { excluded }) })['a']).toEqual(share(5, 9));
});
