import { expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { wilsonInterval } from '../../shared/statistics/wilson-interval.ts';

// PHEindicatormethods 2.1.0, tests/testthat/testdata_Byars_Wilson.xlsx; 5 of 12 and 1045 of 5000 also by R.
test.each([
  [65, 100, 0.5525444329688797, 0.736357517569025],
  [1045, 5000, 0.197955498800133, 0.22049130373189],
  [1, 100, 0.00176743206414065, 0.05448619617870529],
  [5, 100, 0.02154367915436798, 0.11175046923191911],
  [9856, 12345, 0.79121017529090687, 0.80536400736149094],
  [5, 12, 0.193260313659, 0.68048868745],
])('the interval of %i in %i is as published', (x, n, lower, upper) => {
  const interval = wilsonInterval(x, n);
  expect(interval.lower).toBeCloseTo(lower, 11);
  expect(interval.upper).toBeCloseTo(upper, 11);
});

test.each([
  [0, 10, 0, 0.277532799863],
  [10, 10, 0.722467200137, 1],
  [1, 1, 0.206549314377, 1],
  // n / (n + z²). The formula itself misses 1 here by rounding.
  [15, 15, 0.796116698964, 1],
  [0, 1, 0, 0.793450685623],
])('at the edge %i of %i the outer limit is exact', (x, n, lower, upper) => {
  const interval = wilsonInterval(x, n);
  if (x === 0) expect(interval.lower).toBe(0);
  if (x === n) expect(interval.upper).toBe(1);
  expect(interval.lower).toBeCloseTo(lower, 11);
  expect(interval.upper).toBeCloseTo(upper, 11);
});

test.each([
  [0, 0],
  [-1, 5],
  [6, 5],
  [Number.NaN, 5],
])('refuses %d of %d', (x, n) => {
  expect(() => wilsonInterval(x, n)).toThrow(RangeError);
});

it('mirrors: the interval of the complement is the complement of the interval', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, share) => {
        const x = Math.floor(n * share);
        const one = wilsonInterval(x, n);
        const other = wilsonInterval(n - x, n);
        expect(one.lower).toBeCloseTo(1 - other.upper, 12);
        expect(one.lower).toBeLessThanOrEqual(x / n);
        expect(one.upper).toBeGreaterThanOrEqual(x / n);
      },
    ),
  );
});
