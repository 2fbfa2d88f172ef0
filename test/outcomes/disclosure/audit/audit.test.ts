import { expect, test } from 'vitest';
import { audit } from '../../../support/audit.ts';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { sumOf, tableOf } from './table-of.ts';

/** The ranges by the sums alone. */
const bySums = (knowledge: Knowledge, hidden: number[]) =>
  audit(knowledge, hidden).map(({ lower, upper }) => [lower, upper]);
const believed = (knowledge: Knowledge, hidden: number[]) =>
  audit(knowledge, hidden).map((one) => [one.believed.lower, one.believed.upper]);
const safe = (knowledge: Knowledge, hidden: number[]) => audit(knowledge, hidden).map((one) => one.safe);

const ONE_FEW = [
  [3, 20, 15],
  [12, 9, 30],
  [8, 14, 25],
];
const TWO_FEW = [
  [3, 2, 15],
  [12, 9, 30],
  [8, 14, 25],
];

test('a cell hidden alone is told by its row', () => {
  expect(bySums(tableOf(ONE_FEW), [0])).toEqual([[3, 3]]);
  expect(bySums(tableOf(TWO_FEW), [0, 1])).toEqual([
    [3, 3],
    [2, 2],
  ]);
});

// Round the rectangle (0,0) can go down by 3, and up until (1,0) = 12 is empty, or for believers until it is 1.
test('hiding a rectangle lets the cell be anything from 0 to 15', () => {
  expect(bySums(tableOf(ONE_FEW), [0, 1, 3, 4])).toEqual([[0, 15]]);
  expect(believed(tableOf(ONE_FEW), [0, 1, 3, 4])).toEqual([[1, 14]]);
});

// Five together: of the sums each can be 0 to 5, but neither is empty, so each is 1 to 4: known to be few.
test('two hidden in every line are not enough when a row has but five people together', () => {
  expect(bySums(tableOf(TWO_FEW), [0, 1, 3, 4])).toEqual([
    [0, 5],
    [0, 5],
  ]);
  expect(safe(tableOf(TWO_FEW, 0), [0, 1, 3, 4])).toEqual([true, true]);
  expect(believed(tableOf(TWO_FEW), [0, 1, 3, 4])).toEqual([
    [1, 4],
    [1, 4],
  ]);
  expect(safe(tableOf(TWO_FEW), [0, 1, 3, 4])).toEqual([false, false]);
});

// The hidden of rows 0 and 1 less the hidden of columns 0 and 1 leave (1,2) alone.
test('two hidden in every line may tell one of them to the person', () => {
  const table = tableOf([
    [8, 9, 20, 30],
    [7, 6, 3, 40],
    [50, 60, 11, 12],
    [70, 80, 13, 14],
  ]);
  const hidden = [0, 1, 4, 5, 6, 10, 11, 14, 15];
  expect(bySums(table, hidden)).toEqual([[3, 3]]);
});

test('of two people in two hidden cells each is one, since empty cells are shown', () => {
  expect(believed(tableOf([[1, 1, 9]]), [0, 1])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

// (0,0) cannot fall, since (1,1) would have to, and is empty; it can rise until (1,0) = 8 is empty, or believed to be 1.
test('an empty cell that is hidden is believed to be nothing, and the others to be something', () => {
  const table = tableOf([
    [3, 9],
    [8, 0],
  ]);
  expect(bySums(table, [0, 1, 2, 3])).toEqual([[3, 11]]);
  expect(believed(table, [0, 1, 2, 3])).toEqual([[3, 10]]);
});

test('an empty cell hidden in one table changes no belief about another', () => {
  const one = tableOf([[2, 7]]);
  const knowledge: Knowledge = {
    truth: [2, 7, 0, 9],
    statements: [...one.statements, ...[0, 9].map((value, at) => statement(2 + at, value))],
    identities: [...one.identities, { form: sumOf(2, 3), value: 9 }],
    secrets: one.secrets,
  };
  expect(believed(knowledge, [0, 1, 2, 3])).toEqual([[1, 8]]);
});

test('a number of people that nothing tells of has no upper end', () => {
  const knowledge: Knowledge = {
    truth: [2],
    statements: [statement(0, 2)],
    identities: [],
    secrets: [{ form: sumOf(0), value: 2, name: 'two' }],
  };
  expect(audit(knowledge, [0])).toMatchObject([
    { lower: 0, upper: Infinity, believed: { lower: 1, upper: Infinity }, safe: true },
  ]);
});

// A sum of two tables: 0–9 and 0–7 people, or 1–8 and 1–6.
test('a secret in two tables has the sum of both ranges', () => {
  const knowledge: Knowledge = {
    truth: [3, 6, 1, 6],
    statements: [3, 6, 1, 6].map((value, at) => statement(at, value)),
    identities: [
      { form: sumOf(0, 1), value: 9 },
      { form: sumOf(2, 3), value: 7 },
    ],
    secrets: [{ form: sumOf(0, 2), value: 4, name: 'both' }],
  };
  expect(bySums(knowledge, [0, 1, 2, 3])).toEqual([[0, 16]]);
  expect(believed(knowledge, [0, 1, 2, 3])).toEqual([[2, 14]]);
  expect(bySums(knowledge, [0, 1])).toEqual([[1, 10]]);
});

// 20 of whom 17: the women are 1 to 20 when they are hidden, so the others 0 to 19; the sums alone leave 0 to 20.
test('a whole and all but few of it tell of the few', () => {
  const nested = nestedSets();
  expect(bySums(nested, [])).toEqual([[3, 3]]);
  expect(bySums(nested, [2])).toEqual([[0, 20]]);
  expect(believed(nested, [2])).toEqual([[0, 19]]);
});

test('a few that are shown wherever they are stated are not audited', () => {
  const knowledge: Knowledge = {
    ...tableOf([[3, 9, 9]]),
    statements: [3, 9, 9, 3].map((value, unit) => ({ ...statement(unit, value), form: sumOf(unit % 3) })),
  };
  expect(audit(knowledge, [])).toEqual([]);
  expect(bySums(knowledge, [0])).toEqual([[3, 3]]);
});

test('nobody, and many, are no secret', () => {
  expect(audit(tableOf([[0, 5, 9]]), [0, 1])).toEqual([]);
});

// Twice x and y are 11: x could be 5.5, but half a person is none.
test('a range ends with whole people', () => {
  const knowledge: Knowledge = {
    truth: [4, 3],
    statements: [],
    identities: [{ form: [...sumOf(1), { atom: 0, times: 2 }], value: 11 }],
    secrets: [{ form: sumOf(0), value: 4, name: 'four' }],
  };
  expect(bySums(knowledge, [])).toEqual([[0, 5]]);
});

test('a number that is not the sum of its atoms is refused', () => {
  const wrong = { ...tableOf([[3, 9]]), identities: [{ form: sumOf(0, 1), value: 13 }] };
  expect(() => audit(wrong, [0])).toThrow('An identity does not add up.');
  const table = tableOf([[3, 9]]);
  expect(() => audit({ ...table, statements: [{ ...statement(7, 5), form: sumOf(0) }] }, [])).toThrow(
    'A statement of unit 7 does not add up.',
  );
  expect(() => audit({ ...table, secrets: [{ form: sumOf(0), value: 2, name: 'two' }] }, [])).toThrow(
    'A secret is not what its atoms come to.',
  );
  expect(() => audit({ ...table, truth: [3, 9, -1] }, [])).toThrow('An atom is not a number of people.');
});

function statement(unit: number, value: number) {
  return { unit, form: sumOf(unit), value, least: 1 } as const;
}

function nestedSets(): Knowledge {
  return {
    truth: [17, 3],
    statements: [
      { unit: 1, form: sumOf(0, 1), value: 20, least: 1 },
      { unit: 2, form: sumOf(0), value: 17, least: 1 },
    ],
    identities: [],
    secrets: [{ form: sumOf(1), value: 3, name: 'men' }],
  };
}
