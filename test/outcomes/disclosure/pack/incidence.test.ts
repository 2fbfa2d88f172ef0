import { expect, test } from 'vitest';
import { aMeasure, count, curve, shares, type Group } from './figures.ts';
import { known } from './reader.ts';

const groups: Group[] = [[12, 20, 'moved-on'], [10, 20, 'left'], [3, 40, 'died'], [30]];
const cells = (row: number) => [0, 1, 2].map((day) => `a|headline|| cell:${row}:${day}`);

test('what is open is what nothing ended', () => {
  const measures = { a: aMeasure(shares(...groups)) };
  // 55 − 12 − 10 − 30 = 3.
  expect(known(measures, ...cells(2))).toMatchObject({ 'a|headline|||died 0–3': '3' });
  // With what is open withheld, too, up to all 33 of both.
  expect(known(measures, ...cells(2), ...cells(3))).toMatchObject({ 'a|headline|||died 0–3': '0–33' });
});

test('beyond all follow-up nothing ends', () => {
  const measures = { a: aMeasure(shares([10, 20, 'left'], [3, 58, 'died'], [20, 60])) };
  // On day 84 nothing is reported. By day 56 nothing had ended 23, and nobody was followed to day 84: that 3 died in
  // all, as the sum says, is that they died between the two.
  const sums = { sum: ['headline/died'] };
  const summed = { a: { ...measures.a, beside: { sum: count(3) }, sums } };
  expect(known(measures)).toMatchObject({ 'a|headline|||died 2–3': '0–23' });
  expect(() => known(measures, 'a|headline|| cell:2:2')).toThrow('There is no');
  expect(known(summed)).toMatchObject({ 'a|headline|||died 2–3': '3' });
});

test('what ends after the last reported day is told by all that the cause ended', () => {
  const headline = shares([10, 20, 'left'], [2, 100, 'left'], [30]);
  const measures = {
    a: aMeasure(headline, { beside: { sum: count(12) }, sums: { sum: ['headline/left'] } }),
  };
  // 12 left in all, and 10 by day 28 and by day 84.
  expect(known(measures)).toMatchObject({ 'a|headline|||left 1–4': '2', 'a|headline|||left 3–4': '2' });
  // 32 were open on day 84.
  expect(known(measures, 'a|beside|sum|')).toMatchObject({ 'a|headline|||left 3–4': '0–32' });
});

test('those whom a cause had not ended are told by it', () => {
  const measures = { a: aMeasure(shares([30, 20, 'left'], [3])) };
  expect(known(measures)).toMatchObject({
    'a|headline|||not left 1': '3',
    'a|headline|||not left 2': '3',
    'a|headline|||not left 3': '3',
  });
});

test('a split of one day adds up to the whole over that day', () => {
  // Women: 3 left by day 84, the men's 10 and the whole's 13 are told.
  const oneDay = (...of: Group[]) => {
    const figure = curve(...of);
    const times = [0, 3, 4];
    const flow = (all: typeof figure.eventFlow) =>
      times.map((from) => times.map((to) => all[from]?.[to] ?? 0));
    return {
      ...figure,
      parts: {},
      points: figure.points.slice(2),
      eventFlow: flow(figure.eventFlow),
      censoredFlow: flow(figure.censoredFlow),
      freeFlow: flow(figure.freeFlow),
    };
  };
  const women: Group[] = [[2, 20, 'left'], [1, 40, 'left'], [20]];
  const men: Group[] = [[10, 40, 'left'], [20]];
  const splits = { sex: { female: oneDay(...women), male: oneDay(...men) } };
  const measures = { a: aMeasure(curve(...women, ...men), { splits }) };
  const withheld = (sex: string) => ['node:1', 'node:2'].map((unit) => `a|split|sex|${sex} ${unit}`);
  const atRisk = ['a|split|sex|female at-risk:1', 'a|split|sex|male at-risk:1'];
  const told = (...more: string[]) => known(measures, ...withheld('female'), ...atRisk, ...more);
  expect(told()).toMatchObject({ 'a|split|sex|female|events 0–1': '3' });
  expect(told(...withheld('male'))).toMatchObject({ 'a|split|sex|female|events 0–1': '0–13' });
});
