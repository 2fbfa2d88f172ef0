import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { protect } from '../../../../shared/outcomes/disclosure/audit/protect.ts';
import { reachesOf } from '../../../../shared/outcomes/disclosure/audit/reach.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { waysOut } from '../../../../shared/outcomes/disclosure/audit/ways-out.ts';
import { sumOf } from './table-of.ts';

const minus = (...atoms: number[]) => atoms.map((atom) => ({ atom, times: -1 }));

/** 1 and 4 are 5, and the 1 is made of 1 and 0; beside them all 5 and 7 are 12. Units are numbered as atoms are. */
const held: Knowledge = {
  truth: [1, 4, 1, 0, 7],
  identities: [
    { form: sumOf(0, 1), value: 5 },
    { form: [...sumOf(0), ...minus(2, 3)], value: 0 },
  ],
  statements: [
    { unit: 0, form: sumOf(0), value: 1, least: 0 },
    { unit: 1, form: sumOf(1), value: 4, least: 0 },
    { unit: 2, form: sumOf(2), value: 1, least: 0 },
    { unit: 4, form: sumOf(0, 1, 4), value: 12, least: 0 },
  ],
  secrets: [{ name: 'one', form: sumOf(0), value: 1 }],
};

test('what reaches five and cannot be less is made to be less', () => {
  const situation = new Situation(held, [0]);
  const [secret] = situation.secrets;
  const reach = [...reachesOf(sumOf(0), situation, 100)].at(-1);
  if (secret === undefined || reach === undefined) throw new Error('there is nothing to hide');
  const [first, second, ...others] = waysOut(secret, situation.shown(0), situation, reach, () => 1);
  // With the 4 withheld it is 1 to 5, which is four wide; with the 1 that holds it as well 0 to 5.
  expect([first, second]).toEqual([[1], [1, 2]]);
  // Six would be more than the sum.
  expect(others).toEqual([]);
});

test('no more than that is hidden, though it is near', () => {
  const { hidden, audited } = protect(
    held,
    [0],
    () => 1,
    () => false,
  );
  expect([...hidden.keys()]).toEqual([0, 1, 2]);
  expect(audited).toMatchObject([{ bySums: { lower: 0, upper: 5 }, safe: true }]);
});
