import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain } from '../../../../shared/outcomes/disclosure/audit/chain.ts';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { isPossible, movedBy } from '../../../../shared/outcomes/disclosure/audit/move.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { anything } from './anything.ts';
import { sumOf, tableOf } from './table-of.ts';

/** How the first atom can be 5 more, while some units are hidden. */
function fiveMore(knowledge: Knowledge, hidden: number[]): [number, number][] | undefined {
  const { lines, truth, deduction } = new Situation(knowledge, hidden);
  const move = chain(sumOf(0), 5, lines, truth, deduction);
  return move === undefined ? undefined : [...move].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
}

test('what the one has more the other has less', () => {
  expect(fiveMore(tableOf([[3, 6, 20]]), [0, 1])).toEqual([
    [0, 5],
    [1, -5],
  ]);
});

test('takes from the larger, and from another what that has not', () => {
  // The 5 can be 4 fewer and still be 1, the 3 makes up the 1 that is wanting.
  expect(fiveMore(tableOf([[3, 3, 5, 9]]), [0, 1, 2])).toEqual([
    [0, 5],
    [1, -1],
    [2, -4],
  ]);
});

test('goes round a rectangle: row, column, row, column', () => {
  const table = tableOf([
    [3, 20, 15],
    [12, 9, 30],
    [8, 14, 25],
  ]);
  expect(fiveMore(table, [0, 1, 3, 4])).toEqual([
    [0, 5],
    [1, -5],
    [3, -5],
    [4, 5],
  ]);
});

// Of 5 only 4 can go, or nobody would be left where somebody is believed to be; of 6 five can.
test('finds nothing where too few are left for it', () => {
  expect(fiveMore(tableOf([[3, 5, 20]]), [0, 1])).toBeUndefined();
  expect(fiveMore(tableOf([[3, 5, 20]], 0), [0, 1])).toBeDefined();
  expect(fiveMore(tableOf([[3, 20, 6]]), [0])).toBeUndefined();
});

// The 4 and the 1 could all go to the 3, but that both together are somebody is believed, or told to be 5.
test('what is believed of sums is looked at in the end', () => {
  const truth = [3, 4, 1];
  const knowledge: Knowledge = {
    truth,
    identities: [{ form: sumOf(0, 1, 2), value: 8 }],
    statements: [{ unit: 0, form: sumOf(1, 2), value: 5, least: 1 }],
    secrets: [],
  };
  expect(fiveMore(knowledge, [0])).toBeUndefined();
  expect(fiveMore(knowledge, [])).toBeUndefined();
});

test('what it finds is possible, and as far as was asked', () => {
  let found = 0;
  fc.assert(
    fc.property(anything, fc.array(fc.nat(12)), (knowledge, hidden) => {
      const { lines, truth, deduction } = new Situation(knowledge, hidden);
      for (const { form } of knowledge.secrets) {
        const move = chain(form, 5, lines, truth, deduction);
        if (move === undefined) continue;
        found += 1;
        expect(movedBy(form, move)).toBeGreaterThanOrEqual(5 - 1e-6);
        expect(isPossible(move, lines, truth, (line) => deduction.isTold(line), true)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});
