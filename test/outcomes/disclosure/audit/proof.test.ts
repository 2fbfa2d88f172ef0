import { expect, test } from 'vitest';
import type { Secret } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import {
  NOTHING_SHOWN,
  prove,
  proveAll,
  shownBy,
} from '../../../../shared/outcomes/disclosure/audit/proof.ts';
import { Situation } from '../../../../shared/outcomes/disclosure/audit/situation.ts';
import { Surroundings } from '../../../../shared/outcomes/disclosure/audit/surroundings.ts';
import { sumOf, tableOf } from './table-of.ts';

const three: Secret = { form: sumOf(0), value: 3, name: 'three' };
const by = (...amounts: number[]) => amounts.map((amount) => new Map([[0, amount]]));

test('nothing shown leaves a secret as it is', () => {
  expect(shownBy(three, NOTHING_SHOWN)).toEqual({
    bySums: { lower: 3, upper: 3 },
    believed: { lower: 3, upper: 3 },
    safe: false,
  });
});

test('what believers think possible others do, too, but not the other way', () => {
  expect(shownBy(three, { believed: by(5), bySums: by(-3) })).toEqual({
    believed: { lower: 3, upper: 8 },
    bySums: { lower: 0, upper: 8 },
    safe: true,
  });
  expect(shownBy(three, { believed: [], bySums: by(-3, 9) }).safe).toBe(false);
});

// 1 to 5 is four wide and reaches five; 2 to 5 is not, nor is 0 to 4, where the sums alone leave 0 to 5.
test('for believers four wide is enough where it reaches five', () => {
  expect(shownBy(three, { believed: by(-2, 2), bySums: by(-3) }).safe).toBe(true);
  expect(shownBy(three, { believed: by(-1, 2), bySums: by(-3) }).safe).toBe(false);
  expect(shownBy(three, { believed: by(-3, 1), bySums: by(2) }).safe).toBe(false);
});

test('people are whole, and never fewer than none', () => {
  const { bySums } = shownBy(three, { believed: by(-1.5, 1.7), bySums: by(-4) });
  expect(bySums).toEqual({ lower: 0, upper: 4 });
});

const around = (rows: number[][], hidden: number[], least?: 0 | 1) => {
  const { lines, truth, deduction } = new Situation(tableOf(rows, least), hidden);
  return new Surroundings(lines, truth, deduction);
};

test('the whole range goes both ways, for believers and by the sums', () => {
  // With 6: 0 to 9, or 1 to 8 where neither is empty.
  expect(shownBy(three, proveAll(three, around([[3, 6, 20]], [0, 1]), [0, 1, 2]))).toMatchObject({
    bySums: { lower: 0, upper: 9 },
    believed: { lower: 1, upper: 8 },
  });
});

test('five more is enough and nothing more is looked for', () => {
  const proof = prove(three, [0], around([[3, 60, 20]], [0, 1]), [64]);
  expect(shownBy(three, proof)).toMatchObject({ bySums: { lower: 3, upper: 8 }, safe: true });
  const searched = prove(three, [0], withoutChain(around([[3, 60, 20]], [0, 1])), [64]);
  expect(shownBy(three, searched)).toMatchObject({ bySums: { lower: 3 }, safe: true });
});

// With 3 beside it, 1 to 5 of believers and 0 to 6 of others; four more are not to be had, so it must be fewer, too.
test('where it cannot be five more it is shown that it can be fewer', () => {
  const proof = prove(three, [0], around([[3, 3, 20]], [0, 1]), [64]);
  expect(shownBy(three, proof)).toEqual({
    believed: { lower: 1, upper: 5 },
    bySums: { lower: 0, upper: 6 },
    safe: true,
  });
});

// Two rows: what the first has more the second has less. Where nothing but the nearest is looked at that is not seen.
test('looks wider where what is near is not enough', () => {
  const rows = [
    [3, 9],
    [8, 7],
  ];
  const proveWith = (sizes: number[]) => {
    // Of the rows two atoms move nothing: the columns hold them.
    const { safe } = shownBy(three, prove(three, [0], withoutChain(around(rows, [0, 1, 2, 3])), sizes));
    return safe;
  };
  expect(proveWith([2])).toBe(false);
  expect(proveWith([2, 4])).toBe(true);
});

function withoutChain(surroundings: Surroundings): Surroundings {
  surroundings.chain = () => undefined;
  return surroundings;
}
