import { expect, test } from 'vitest';
import { beliefsOf } from '../../../../shared/outcomes/disclosure/audit/beliefs.ts';
import type { Form } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import type { Line } from '../../../../shared/outcomes/disclosure/audit/lines.ts';
import { sumOf } from './table-of.ts';

const TRUTH = [3, 6, 0, 2];
const everywhere = () => true;

const withheld = (form: Form, least: 0 | 1 = 1): Line => ({
  form,
  value: form.reduce((sum, { atom, times }) => sum + times * TRUTH[atom]!, 0),
  unit: 1,
  least,
});

/** The floors and how often anything is believed of a sum. */
const believed = (lines: Line[], inside: (atom: number) => boolean = everywhere) => {
  const { floors, sums } = beliefsOf(lines, inside, TRUTH);
  return { floors: Object.fromEntries(floors), sums };
};

test('what is withheld is somebody, unless nobody would have been withheld as well', () => {
  expect(believed([withheld(sumOf(0))])).toEqual({ floors: { 0: 1 }, sums: [] });
  expect(believed([withheld(sumOf(0), 0)])).toEqual({ floors: {}, sums: [] });
});

test('who withholds an empty number deceives: nothing is believed of it', () => {
  expect(believed([withheld(sumOf(2))])).toEqual({ floors: {}, sums: [] });
});

test('a sum is believed where that says more than the floors of its parts', () => {
  const sum = { form: sumOf(0, 1), least: 1 };
  expect(believed([withheld(sumOf(0, 1))])).toEqual({ floors: {}, sums: [sum] });
  expect(believed([withheld(sumOf(0, 1)), withheld(sumOf(1))])).toEqual({ floors: { 1: 1 }, sums: [] });
});

// 6 − 3: that each is at least something does not say that the one is more than the other.
test('a difference is always believed', () => {
  const difference: Form = [
    { atom: 0, times: -1 },
    { atom: 1, times: 1 },
  ];
  const lines = [withheld(difference), withheld(sumOf(0)), withheld(sumOf(1))];
  expect(believed(lines).sums).toEqual([{ form: difference, least: 1 }]);
  // Nor where the one is 3 at least, being more than the 2 outside: the other has no upper end by it.
  const moreThanTwo: Form = [
    { atom: 1, times: 1 },
    { atom: 3, times: -1 },
  ];
  const inside = (atom: number) => atom !== 3;
  expect(believed([withheld(difference), withheld(moreThanTwo)], inside)).toEqual({
    floors: { 1: 3 },
    sums: [{ form: difference, least: 1 }],
  });
});

// Twice one atom and 2: of these 2 and the 1 that is believed −1 is left, so half of that is the floor, none.
test('what is outside counts as it is', () => {
  expect(believed([withheld(sumOf(0, 3))], (atom) => atom !== 3)).toEqual({
    floors: { 0: -1 + 1 },
    sums: [],
  });
  expect(believed([withheld([{ atom: 0, times: 2 }])], (atom) => atom === 0).floors).toEqual({ 0: 0.5 });
  expect(believed([withheld(sumOf(3))], (atom) => atom !== 3)).toEqual({ floors: {}, sums: [] });
});
