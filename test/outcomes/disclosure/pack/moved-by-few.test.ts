import { expect, test } from 'vitest';
import type { ComputedFigure } from '../../../../shared/outcomes/computed.ts';
import { isFew } from '../../../../shared/outcomes/disclosure/audit/few.ts';
import { NOTHING } from '../../../../shared/outcomes/disclosure/hidden.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { unitsMovedByFew } from '../../../../shared/outcomes/disclosure/pack/moved-by-few.ts';
import { writeFigure } from '../../../../shared/outcomes/disclosure/way-of.ts';
import { curve, share, shares } from './figures.ts';

const moved = (before: ComputedFigure, now: ComputedFigure) => [
  ...unitsMovedByFew(writeFigure(before, NOTHING, lt5), writeFigure(now, NOTHING, lt5), isFew),
];

test('a proportion moves with who passes, with all, and with who does not', () => {
  expect(moved(share(29, 88), share(31, 88))).toEqual([['figure', 2]]);
  // Five more pass of five more: those who do not are as many.
  expect(moved(share(30, 80), share(35, 85))).toEqual([]);
  // Six more pass of eight more: two more do not.
  expect(moved(share(30, 80), share(36, 88))).toEqual([['figure', 2]]);
});

test('what is the same, or five away, tells nothing', () => {
  expect(moved(share(29, 88), share(29, 88))).toEqual([]);
  expect(moved(share(29, 88), share(34, 93))).toEqual([]);
});

test('a curve moves on the days by which a few more had an event', () => {
  const before = curve([10, 20, 'left'], [5, 70, 'left'], [30]);
  const now = curve([10, 20, 'left'], [3, 40, 'left'], [2, 70, 'left'], [30]);
  // Of the five 3 left before day 56, so that 3 fewer are at risk on it; by day 84 as many had.
  expect(moved(before, now)).toEqual([
    ['node:2', 3],
    ['at-risk:2', 3],
  ]);
});

test('a share of those followed is as many people', () => {
  const before = shares([10, 20, 'left'], [30]);
  const now = shares([12, 20, 'left'], [28]);
  // Rows: who moved on, left, died and is open; 12 ÷ 40 × 40 − 10 = 2 on every day.
  expect(moved(before, now).map(([unit, by]) => `${unit} ${by}`)).toEqual(
    [1, 3].flatMap((row) => [0, 1, 2].map((day) => `cell:${row}:${day} 2`)),
  );
});
