import { expect, test } from 'vitest';
import { linesOf } from '../../../../shared/outcomes/disclosure/audit/lines.ts';
import { isPossible, movedBy, type Move } from '../../../../shared/outcomes/disclosure/audit/move.ts';
import { sumOf, tableOf } from './table-of.ts';

// 3, 6 and 20 of 29; line 0 says the sum, lines 1 to 3 each cell. The last is told, the first two are not.
const table = tableOf([[3, 6, 20]]);
const isTold = (line: number): boolean => line === 0 || line === 3;
const possible = (move: [number, number][], believing = true, told = isTold): boolean =>
  isPossible(new Map(move), linesOf(table), table.truth, told, believing);

test('a sum moves by each of its atoms as often as it has it', () => {
  const move: Move = new Map([
    [0, 2],
    [1, -3],
  ]);
  // 2 × 2 − (−3) = 7; what is not named does not move.
  const form = [
    { atom: 0, times: 2 },
    { atom: 1, times: -1 },
    { atom: 2, times: 9 },
  ];
  expect(movedBy(form, move)).toBe(7);
});

test('what one has more another has less', () => {
  expect(possible([[0, 5]])).toBe(false);
  expect(
    possible([
      [0, 5],
      [1, -5],
    ]),
  ).toBe(true);
});

test('a told number does not move, though the sum would stay', () => {
  const move: [number, number][] = [
    [0, 5],
    [2, -5],
  ];
  expect(possible(move)).toBe(false);
  expect(possible(move, true, (line) => line === 0)).toBe(true);
});

// 6 less 6 is nobody: a reader who believes that what is withheld is not empty rules it out. 6 less 7 nobody can be.
test('nobody falls below 0, nor for a believer below 1', () => {
  const fewer = (by: number): [number, number][] => [
    [0, by],
    [1, -by],
  ];
  expect([5, 6, 7].map((by) => possible(fewer(by), true))).toEqual([true, false, false]);
  expect([5, 6, 7].map((by) => possible(fewer(by), false))).toEqual([true, true, false]);
});

test('a withheld number that is empty, or of which nothing is believed, is believed to be nothing', () => {
  const none = { truth: [0, 6], identities: [], secrets: [] };
  const told = (value: number, atom: number, least: 0 | 1) => ({ unit: 1, form: sumOf(atom), value, least });
  const move: Move = new Map([[1, -6]]);
  const isPossibleIn = (statement: ReturnType<typeof told>): boolean =>
    isPossible(move, linesOf({ ...none, statements: [statement] }), none.truth, () => false, true);
  expect(isPossibleIn(told(6, 1, 1))).toBe(false);
  expect(isPossibleIn(told(6, 1, 0))).toBe(true);
  const both = { unit: 1, form: [...sumOf(0), { atom: 1, times: -1 }], value: -6, least: 1 as const };
  // −6 is below 1 to begin with: that it becomes 0 contradicts nothing.
  expect(isPossibleIn(both)).toBe(true);
});
