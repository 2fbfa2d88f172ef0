import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { audit } from '../../../support/audit.ts';
import { protect } from '../../../../shared/outcomes/disclosure/audit/protect.ts';
import { fewIn, sumOf, tableOf } from './table-of.ts';

/** What protecting a table hides besides its cells of few people, dear as many people as a cell has. */
const secondary = (knowledge: Knowledge, cost = (unit: number) => knowledge.truth[unit]!) => {
  const { hidden, audited } = protect(knowledge, fewIn(knowledge), cost);
  expect(audited.filter(({ safe }) => !safe)).toEqual([]);
  return [...hidden].filter(([, why]) => why === 'secondary').map(([unit]) => unit);
};

test('finds the cheapest rectangle, of 41 people', () => {
  const table = tableOf([
    [3, 20, 15],
    [12, 9, 30],
    [8, 14, 25],
  ]);
  expect(secondary(table)).toEqual([1, 3, 4]);
  const { hidden } = protect(table, [0], (unit) => table.truth[unit]!);
  expect(audit(table, hidden.keys())).toMatchObject([
    { lower: 0, upper: 15, believed: { lower: 1, upper: 14 }, safe: true },
  ]);
});

// 62, of cells 2, 6, 7 and 8, was the least of all 128 choices tried; what is found need not be the cheapest.
test('two few in a row take cells of 21 people with them, and more if empty cells are shown', () => {
  const rows = [
    [3, 2, 15],
    [12, 9, 30],
    [8, 14, 25],
  ];
  expect(secondary(tableOf(rows, 0))).toEqual([3, 4]);
  const cost = secondary(tableOf(rows)).reduce((sum, cell) => sum + rows.flat()[cell]!, 0);
  expect(cost).toBeGreaterThanOrEqual(62);
  expect(cost).toBeLessThan(80);
});

test('two cells of one person take a third with them', () => {
  expect(secondary(tableOf([[1, 1, 9, 30]]))).toEqual([2]);
});

// 6 with the 3 are 9: 1 to 8. 2 with the 3 are 5: 1 to 4, still few.
test('hides the cheapest that is enough', () => {
  expect(secondary(tableOf([[3, 20, 6]]))).toEqual([2]);
  expect(secondary(tableOf([[3, 2, 20, 6]]))).toEqual([3]);
});

test('of equal costs the lower number goes', () => {
  expect(secondary(tableOf([[3, 9, 9, 9]]))).toEqual([1]);
});

test('an empty cell is hidden where nothing else helps', () => {
  const table = tableOf([
    [3, 9],
    [8, 0],
  ]);
  expect(secondary(table)).toEqual([1, 2, 3]);
});

// Categories of 2 of 10, 12 of 32 and 30 of 45; all together 44 of 87. With the first two hidden: 14 of 42 in both.
test('a proportion takes that of another category with it', () => {
  const truth = [2, 8, 12, 20, 30, 15];
  const knowledge: Knowledge = {
    truth,
    statements: [0, 1, 2].flatMap((unit) => [
      { unit, form: sumOf(2 * unit), value: truth[2 * unit]!, least: 0 as const },
      { unit, form: sumOf(2 * unit + 1), value: truth[2 * unit + 1]!, least: 0 as const },
      {
        unit,
        form: sumOf(2 * unit, 2 * unit + 1),
        value: truth[2 * unit]! + truth[2 * unit + 1]!,
        least: 1 as const,
      },
    ]),
    identities: [
      { form: sumOf(0, 2, 4), value: 44 },
      { form: sumOf(1, 3, 5), value: 43 },
    ],
    secrets: [{ form: sumOf(0), value: 2, name: 'first' }],
  };
  const { hidden } = protect(knowledge, [0], (unit) => [10, 32, 45][unit]!);
  expect([...hidden]).toEqual([
    [0, 'primary'],
    [1, 'secondary'],
  ]);
  expect(audit(knowledge, hidden.keys())).toMatchObject([{ lower: 0, upper: 14, safe: true }]);
});

test('of a whole and all but few of it one is hidden, the cheaper', () => {
  const knowledge: Knowledge = {
    truth: [17, 3],
    statements: [
      { unit: 1, form: sumOf(0, 1), value: 20, least: 1 },
      { unit: 2, form: sumOf(0), value: 17, least: 1 },
    ],
    identities: [],
    secrets: [{ form: sumOf(1), value: 3, name: 'others' }],
  };
  const hiddenAt = (...costs: number[]) => [...protect(knowledge, [], (unit) => costs[unit - 1]!).hidden];
  expect(hiddenAt(20, 17)).toEqual([[2, 'secondary']]);
  expect(hiddenAt(17, 20)).toEqual([[1, 'secondary']]);
});

test('the few that stand in two places are hidden in both', () => {
  const table = tableOf([[3, 9, 9]]);
  const again = { unit: 9, form: sumOf(0), value: 3, least: 1 } as const;
  const { hidden } = protect({ ...table, statements: [...table.statements, again] }, [0], () => 1);
  expect([...hidden.keys()]).toEqual([0, 1, 9]);
});

test('says what leaks though nothing more can be hidden, and hides nothing in vain', () => {
  const table = tableOf([[3, 20, 6]]);
  const told: Knowledge = { ...table, identities: [...table.identities, { form: sumOf(0), value: 3 }] };
  const { hidden, audited } = protect(told, [0], (unit) => told.truth[unit]!);
  expect([...hidden]).toEqual([[0, 'primary']]);
  expect(audited).toMatchObject([
    { secret: { name: 'cell 000' }, bySums: { lower: 3, upper: 3 }, safe: false },
  ]);
});

// Two people and one are three in all: that the first are 1 or 2 cannot be helped, but that they are 2 can.
test('hides what makes a leak less plain', () => {
  const table = tableOf([[2, 1]]);
  const { hidden, audited } = protect(table, [0], (unit) => table.truth[unit]!);
  expect([...hidden]).toEqual([
    [0, 'primary'],
    [1, 'secondary'],
  ]);
  expect(audited).toMatchObject([
    { believed: { lower: 1, upper: 2 }, safe: false },
    { believed: { lower: 1, upper: 2 }, safe: false },
  ]);
});

test('hides nothing where nobody is few', () => {
  const table = tableOf([
    [5, 20],
    [0, 9],
  ]);
  expect(protect(table, [], () => 1)).toEqual({ hidden: new Map(), audited: [] });
});
