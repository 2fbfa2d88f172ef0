import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Form } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import type { Region } from '../../../../shared/outcomes/disclosure/audit/region.ts';
import { directions } from '../../../../shared/outcomes/disclosure/audit/directions.ts';
import { Simplex } from '../../../../shared/outcomes/disclosure/audit/simplex.ts';
import { sumOf } from './table-of.ts';

const amount = (form: Form, place: ArrayLike<number>): number =>
  form.reduce((sum, { atom, times }) => sum + times * place[atom]!, 0);

const simplexOf = (one: Region): Simplex => new Simplex(one, directions(one));

/** How much a form can be in a region. */
const highest = (region: Region, form: Form, further?: number): number =>
  amount(form, simplexOf(region).highest(form, further));

const region = (truth: number[], more: Partial<Region> = {}): Region => ({
  truth,
  floor: truth.map(() => 0),
  equations: [],
  atLeast: [],
  ...more,
});

test('of so many together one can be all', () => {
  expect(highest(region([3, 6], { equations: [sumOf(0, 1)] }), sumOf(0))).toBe(9);
});

test('what others are at least is left to them', () => {
  const equations = [sumOf(0, 1, 2)];
  // 3 + 6 + 2 = 11, of which 1 and 1 stay, or 4 together, or the 2 as they are.
  expect(highest(region([3, 6, 2], { equations, floor: [0, 1, 1] }), sumOf(0))).toBe(9);
  expect(
    highest(region([3, 6, 2], { equations, atLeast: [{ form: sumOf(1, 2), least: 4 }] }), sumOf(0)),
  ).toBe(7);
  expect(highest(region([3, 6, 2], { equations: [...equations, sumOf(2)] }), sumOf(0))).toBe(9);
});

// From one of either the one or the other grows first, to 11 or to 44: each is 4 more than 3 + 4, and enough.
test('stops once it is as far as was asked', () => {
  const equations = [sumOf(0, 2), sumOf(1, 3)];
  const simplex = simplexOf(region([3, 4, 8, 40], { equations, floor: [1, 1, 0, 0] }));
  const both = sumOf(0, 1);
  const least = simplex.highest(both.map(({ atom }) => ({ atom, times: -1 })));
  expect(amount(both, least)).toBe(2);
  expect([12, 45]).toContain(amount(both, simplex.highest(both, 4)));
  expect(amount(both, simplex.highest(both))).toBe(55);
});

test('goes far where nothing bounds it', () => {
  expect(highest(region([3]), sumOf(0))).toBeGreaterThanOrEqual(1000);
  // x − y = 1: both grow for ever.
  const difference = [...sumOf(0), { atom: 1, times: -1 }];
  expect(highest(region([3, 2], { equations: [difference] }), sumOf(0))).toBeGreaterThanOrEqual(1000);
});

test('one search after the other finds what it would find alone', () => {
  const simplex = simplexOf(region([3, 6, 2], { equations: [sumOf(0, 1, 2)] }));
  expect([0, 1, 2, 0].map((one) => simplex.highest(sumOf(one))[one])).toEqual([11, 11, 11, 11]);
  const less = [{ atom: 0, times: -1 }];
  expect(amount(less, simplex.highest(less))).toBe(0);
});

const SIZE = 5;
/** A sum of neighbours. Limits on such sums have whole corners, so that whole numbers reach what any numbers do. */
const run = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .map(([one, other]) =>
    sumOf(...Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => Math.min(one, other) + index)),
  );

const anyRegion = fc
  .record({
    truth: fc.array(fc.nat(4), { minLength: SIZE, maxLength: SIZE }),
    less: fc.array(fc.nat(4), { minLength: SIZE, maxLength: SIZE }),
    equations: fc.array(run, { maxLength: 4 }),
    sums: fc.array(fc.tuple(run, fc.nat(4)), { maxLength: 3 }),
  })
  .map(({ truth, less, equations, sums }): Region => ({
    truth,
    floor: truth.map((value, atom) => Math.max(0, value - less[atom]!)),
    // All together are so many: that ends it.
    equations: [...equations, sumOf(0, 1, 2, 3, 4)],
    atLeast: sums.map(([form, by]) => ({ form, least: amount(form, truth) - by })),
  }));

test('never leaves a region, and reaches the most of all there is in it', () => {
  fc.assert(
    fc.property(anyRegion, fc.array(run, { minLength: 1, maxLength: 3 }), (one, forms) => {
      const simplex = simplexOf(one);
      const all = placesIn(one);
      for (const form of forms.flatMap((sum) => [sum, sum.map(({ atom }) => ({ atom, times: -1 }))])) {
        const place = simplex.highest(form);
        expect(isIn(one, place)).toBe(true);
        expect(amount(form, place)).toBeCloseTo(Math.max(...all.map((other) => amount(form, other))), 6);
      }
    }),
    { numRuns: 300 },
  );
});

test('goes as far as it is asked where it can', () => {
  fc.assert(
    fc.property(anyRegion, run, fc.integer({ min: 1, max: 6 }), (one, form, further) => {
      const place = simplexOf(one).highest(form, further);
      expect(isIn(one, place)).toBe(true);
      const most = Math.max(...placesIn(one).map((other) => amount(form, other)));
      const enough = Math.min(most, amount(form, one.truth) + further);
      expect(amount(form, place)).toBeGreaterThanOrEqual(enough - 1e-6);
    }),
    { numRuns: 300 },
  );
});

function isIn({ truth, floor, equations, atLeast }: Region, place: ArrayLike<number>): boolean {
  return (
    floor.every((least, atom) => place[atom]! >= least - 1e-6) &&
    equations.every((form) => Math.abs(amount(form, place) - amount(form, truth)) < 1e-5) &&
    atLeast.every(({ form, least }) => amount(form, place) >= least - 1e-5)
  );
}

/** Every place of whole numbers in a region. */
function placesIn(one: Region): number[][] {
  const total = one.truth.reduce((sum, value) => sum + value, 0);
  const found: number[][] = [];
  const fill = (place: number[], left: number): void => {
    if (place.length === SIZE - 1) {
      if (isIn(one, [...place, left])) found.push([...place, left]);
      return;
    }
    for (let value = one.floor[place.length]!; value <= left; value += 1)
      fill([...place, value], left - value);
  };
  fill([], total);
  return found;
}
