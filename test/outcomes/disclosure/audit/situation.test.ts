import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { sumOf, tableOf } from './table-of.ts';

// 3 of 29 with the 6 hidden, too; unit 0 is the 3.
const safe = () => new Situation(tableOf([[3, 6, 20]]), [0, 1]);
const told = () => new Situation(tableOf([[3, 6, 20]]), [0]);

test('a secret is told by what is shown, and hidden with it', () => {
  expect(told().isSafe(0)).toBe(false);
  expect(told().shown(0).bySums).toEqual({ lower: 3, upper: 3 });
  expect(safe().isSafe(0)).toBe(true);
});

test('hiding makes safe what was told, showing tells what was safe', () => {
  const one = told();
  expect(one.isSafe(0)).toBe(false);
  one.hide(1);
  expect(one.isSafe(0)).toBe(true);
  one.show(1);
  expect(one.isSafe(0)).toBe(false);
  expect(one.holds()).toBe(true);
});

test('units that do not answer the purpose are shown again, and what was proven before still is', () => {
  const one = told();
  expect(one.hideIf([1], () => one.isSafe(0) && false)).toBe(false);
  expect(one.isHidden(1)).toBe(false);
  expect(one.isSafe(0)).toBe(false);
  expect(one.holds()).toBe(true);
  expect(one.hideIf([1], () => one.isSafe(0))).toBe(true);
  expect(one.isHidden(1)).toBe(true);
});

test('a unit without which a secret is told stays hidden', () => {
  const one = safe();
  expect(one.isSafe(0)).toBe(true);
  expect(one.showIf(1, (secret) => one.isSafe(secret))).toBe(false);
  expect(one.isHidden(1)).toBe(true);
  expect(one.isSafe(0)).toBe(true);
});

test('a unit that nobody is told by is shown, where the proofs move it a new one is looked for', () => {
  // The 20 are moved first, being more: without them the 9 are enough.
  const one = new Situation(tableOf([[3, 9, 20, 30]]), [0, 1, 2]);
  expect(one.isSafe(0)).toBe(true);
  expect(one.showIf(2, (secret) => one.isSafe(secret))).toBe(true);
  expect(one.isHidden(2)).toBe(false);
  expect(one.shown(0)).toMatchObject({ bySums: { lower: 3, upper: 8 }, safe: true });
  expect(one.holds()).toBe(true);
});

test('a secret that is stated and shown is published, wherever else it is hidden it is not', () => {
  const again = { unit: 9, form: sumOf(0), value: 3, least: 1 } as const;
  const table = tableOf([[3, 6, 20]]);
  const knowledge: Knowledge = { ...table, statements: [...table.statements, again] };
  expect(new Situation(knowledge, []).isPublished(0)).toBe(true);
  expect(new Situation(knowledge, []).isSafe(0)).toBe(true);
  expect(new Situation(knowledge, [0, 1]).isPublished(0)).toBe(false);
  expect(new Situation(knowledge, [0, 1]).isSafe(0)).toBe(false);
});

test('a proof does not hold any more once what it moves is told', () => {
  const one = safe();
  expect(one.isSafe(0)).toBe(true);
  expect(one.holds()).toBe(true);
  // Behind its back: line 2 is the 6.
  one.deduction.tell([2]);
  expect(one.holds()).toBe(false);
});

test('many people, and nobody, are no secret; what counts several times is of as many as are behind it', () => {
  const table = tableOf([[3, 9, 0]]);
  const secrets = [
    ...table.secrets,
    { form: sumOf(1), value: 9, people: 2, name: 'two who came nine times' },
    { form: sumOf(0), value: 3, people: 0, name: 'nobody' },
  ];
  const names = new Situation({ ...table, secrets }, []).secrets.map(({ name }) => name);
  expect(names).toEqual(['cell 000', 'two who came nine times']);
});

test('a secret that does not add up is a mistake', () => {
  const table = tableOf([[3, 9]]);
  const secrets = [{ form: sumOf(0), value: 4, name: 'wrong' }];
  expect(() => new Situation({ ...table, secrets }, [])).toThrow('A secret is not what its atoms come to.');
});
