import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { isPossible, type Move } from '../../../../shared/outcomes/disclosure/audit/move.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { Surroundings } from '../../../../shared/outcomes/disclosure/audit/surroundings.ts';
import { anything } from './anything.ts';
import { sumOf, tableOf } from './table-of.ts';

function around(knowledge: Knowledge, hidden: number[]) {
  const { lines, truth, deduction } = new Situation(knowledge, hidden);
  return new Surroundings(lines, truth, deduction);
}

/** How much more the first atom can be, for believers and by the sums, looking at so many atoms. */
const reached = (knowledge: Knowledge, hidden: number[], sizes: number[]) =>
  [...around(knowledge, hidden).of([0], sizes)].map(({ believedMore, more = believedMore }) => [
    believedMore(sumOf(0), Infinity).get(0) ?? 0,
    more(sumOf(0), Infinity).get(0) ?? 0,
  ]);

// 3 is in a sum with 6, which is in one with 20: with the 6 alone nothing moves, since the 20 holds it.
const chained: Knowledge = {
  truth: [3, 6, 20, 8],
  identities: [
    { form: sumOf(0, 1), value: 9 },
    { form: [...sumOf(1), { atom: 2, times: -1 }], value: -14 },
  ],
  statements: [
    { unit: 0, form: sumOf(2), value: 20, least: 1 },
    { unit: 1, form: sumOf(2, 3), value: 28, least: 1 },
  ],
  secrets: [],
};

test('all that is not looked at stays as it is', () => {
  // 6 fewer; the 20 go with them. Of 3 and 6 alone nothing can move.
  expect(reached(chained, [0, 1], [2, 4])).toEqual([
    [0, 0],
    [6, 6],
  ]);
});

test('what is known does not move, and nothing is looked for behind it', () => {
  // With 20 told the 6 and so the 3 are known.
  expect(reached(chained, [1], [2, 4])).toEqual([[0, 0]]);
});

// 1 and 4 are 5. The 4 can be nobody by the sums alone, or where it is somebody else in whom the reader believes.
const believed = (least: 0 | 1): Knowledge => ({
  truth: [1, 4, 0],
  identities: [{ form: sumOf(0, 1), value: 5 }],
  statements: [{ unit: 0, form: sumOf(1, 2), value: 4, least }],
  secrets: [],
});

test('a withheld line leads further where one of it is believed to be somebody', () => {
  expect(reached(believed(1), [0], [2, 3])).toEqual([
    [3, 4],
    [4, 4],
  ]);
});

test('another withheld line leads nowhere', () => {
  expect(reached(believed(0), [0], [2, 3])).toEqual([
    [4, 4],
    [4, 4],
  ]);
});

// 3 of 9: six more by the sums, five where the other is believed to be somebody, and no difference where it is not.
test('believing takes away what is believed of others', () => {
  expect(reached(tableOf([[3, 6, 20]]), [0, 1], [9])).toEqual([[5, 6]]);
  const [only] = around(tableOf([[3, 6, 20]], 0), [0, 1]).of([0], [9]);
  expect(only?.more).toBeUndefined();
});

test('the shorter sums are followed first', () => {
  const knowledge: Knowledge = {
    truth: [3, 9, 9, 6],
    identities: [
      { form: sumOf(0, 1, 2), value: 21 },
      { form: [...sumOf(0), { atom: 3, times: -1 }], value: -3 },
    ],
    statements: [],
    secrets: [],
  };
  // The 3 and the 6 grow together: with one of the 9 by nine, with both by eighteen.
  expect(reached(knowledge, [], [3, 4])).toEqual([
    [9, 9],
    [18, 18],
  ]);
});

test('every move is possible', () => {
  let found = 0;
  fc.assert(
    fc.property(
      anything,
      fc.array(fc.nat(12)),
      fc.constantFrom(5, Infinity),
      (knowledge, hidden, further) => {
        const { lines, truth, deduction } = new Situation(knowledge, hidden);
        const possible = (move: Move, believing: boolean): boolean =>
          isPossible(move, lines, truth, (line) => deduction.isTold(line), believing);
        const surroundings = new Surroundings(lines, truth, deduction);
        for (const { form } of knowledge.secrets) {
          const home = form.map(({ atom }) => atom);
          for (const { believedMore, more = believedMore } of surroundings.of(home, [2, 5, 20])) {
            found += Number(believedMore(form, further).size > 0);
            expect(possible(believedMore(form, further), true)).toBe(true);
            expect(possible(more(form, further), false)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(100);
});
