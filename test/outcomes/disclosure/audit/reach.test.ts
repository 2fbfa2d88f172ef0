import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { reachesOf } from '../../../../shared/outcomes/disclosure/audit/reach.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { sumOf } from './table-of.ts';

/** Five atoms in a row, each two in one line: 0–1 an identity, 1–2 of unit 1, 2–3 of unit 2, 3–4 of unit 3. */
const inARow: Knowledge = {
  truth: [3, 6, 9, 9, 9],
  identities: [{ form: sumOf(0, 1), value: 9 }],
  statements: ([1, 1, 0] as const).map((least, index) => ({
    unit: index + 1,
    form: sumOf(index + 1, index + 2),
    value: [15, 18, 18][index]!,
    least,
  })),
  secrets: [],
};

const atomsReached = (hidden: number[], most: number): number[][] =>
  [...reachesOf(sumOf(0), new Situation(inARow, hidden), most)].map(({ atoms }) => [...atoms]);

test('goes one line further each time, until no line leads further', () => {
  expect(atomsReached([], 9)).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 1, 2, 3],
    [0, 1, 2, 3, 4],
  ]);
});

test('a withheld line leads further where it is believed to be something', () => {
  expect(atomsReached([1, 2, 3], 9)).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 1, 2, 3],
  ]);
});

test('stops before there are too many atoms, but for the nearest', () => {
  expect(atomsReached([], 3)).toEqual([
    [0, 1],
    [0, 1, 2],
  ]);
  expect(atomsReached([], 1)).toEqual([[0, 1]]);
});

test('names every line that the atoms are in, also those that lead further', () => {
  const [nearest] = reachesOf(sumOf(0), new Situation(inARow, []), 9);
  expect(nearest?.lines).toEqual([0, 1]);
});
