import { expect, test } from 'vitest';
import { meanInterval } from '../../shared/statistics/mean-interval.ts';
import { t95 } from '../../shared/statistics/t-95.ts';

// R: qt(0.975, degrees)
test.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [3, 3.1824463052837078],
  [9, 2.262157162798205],
  [30, 2.0422724563012378],
  [1_000, 1.9623390808264076],
  [20_000, 1.9600826051581344],
])('Student’s t of %i degrees of freedom is as in R', (degrees, expected) => {
  expect(Math.abs(t95(degrees) - expected)).toBeLessThan(1e-12);
});

test.each([0, -1, 1.5, Number.NaN])('there is no t of %d degrees of freedom', (degrees) => {
  expect(() => t95(degrees)).toThrow(RangeError);
});

// R: t.test(values)$conf.int; the ten are Student's own, the hours of sleep gained with his first drug.
test.each([
  // By hand: 2 ∓ t of one degree of freedom, for s/√n is 1.
  [[1, 3], -10.706204736174694, 14.706204736174694],
  [[1, 2, 6], -3.5724106077284277, 9.572410607728427],
  [[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], -0.5297804135262322, 2.029780413526232],
  [[0.1, 0.1, 0.3, 1000], -545.3539885381035, 1045.6039885381035],
])('the interval of the mean of %j is Student’s', (values, lower, upper) => {
  const interval = meanInterval(values);
  expect(interval.lower).toBeCloseTo(lower, 10);
  expect(interval.upper).toBeCloseTo(upper, 10);
});

test('fewer than two values have no interval', () => {
  expect(meanInterval([])).toEqual({ lower: null, upper: null });
  expect(meanInterval([3])).toEqual({ lower: null, upper: null });
});

test('of equal values both limits are the mean', () => {
  expect(meanInterval([4, 4, 4])).toEqual({ lower: 4, upper: 4 });
});
