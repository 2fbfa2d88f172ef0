import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { reachesOf } from '../../../../shared/outcomes/disclosure/audit/reach.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { type Cost, wayOut } from '../../../../shared/outcomes/disclosure/audit/way-out.ts';
import { sumOf, tableOf } from './table-of.ts';

/** What to hide so that the first atom can be `further` more. */
function proposed(knowledge: Knowledge, hidden: number[], further: number, cost: Cost) {
  const situation = new Situation(knowledge, hidden);
  const [...reaches] = reachesOf(sumOf(0), situation, 500);
  return wayOut(sumOf(0), further, situation, reaches.at(-1)!, cost);
}

const row = tableOf([[3, 20, 6, 30]]);
const people: Cost = (unit) => row.truth[unit]!;

test('the cheapest that has as many', () => {
  expect(proposed(row, [0], 5, people)).toEqual([2]);
  // Of the 6 only 5 can go, so one of the 20 goes with them: units are paid for by the person that moves.
  expect(proposed(row, [0], 6, people)).toEqual([1, 2]);
});

test('what must not be hidden is not', () => {
  expect(proposed(row, [0], 5, (unit) => (unit === 2 ? Infinity : people(unit)))).toEqual([1]);
  expect(proposed(row, [0], 5, () => Infinity)).toBeUndefined();
});

test('nothing where what is withheld is enough already', () => {
  expect(proposed(row, [0, 1], 5, people)).toEqual([]);
});

test('no more than there are people', () => {
  // 20 + 6 + 30 − 3 that stay = 53.
  expect(proposed(row, [0], 53, people)).toEqual([1, 2, 3]);
  expect(proposed(row, [0], 54, people)).toBeUndefined();
});

test('of equal costs the lower number', () => {
  expect(proposed(tableOf([[3, 9, 9, 9]]), [0], 5, () => 1)).toEqual([1]);
});

test('what is believed of sums holds, too', () => {
  const knowledge: Knowledge = {
    truth: [3, 8, 20],
    identities: [{ form: sumOf(0, 1, 2), value: 31 }],
    statements: [
      { unit: 0, form: [...sumOf(1), { atom: 0, times: -1 }], value: 5, least: 1 },
      { unit: 1, form: sumOf(1), value: 8, least: 1 },
      { unit: 2, form: sumOf(2), value: 20, least: 1 },
    ],
    secrets: [],
  };
  const cost: Cost = (unit) => [1, 1, 100][unit]!;
  // By the 8 alone the 3 becomes 5 at most, since the other must stay the larger: 5 and 6.
  expect(proposed(knowledge, [0], 2, cost)).toEqual([1]);
  expect(proposed(knowledge, [0], 3, cost)).toEqual([1, 2]);
});
