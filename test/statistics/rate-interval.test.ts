import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { byarInterval } from '../../shared/statistics/byar-interval.ts';
import { exactPoissonInterval } from '../../shared/statistics/exact-poisson-interval.ts';
import { rateInterval } from '../../shared/statistics/rate-interval.ts';

describe('Byar’s limits', () => {
  // PHEindicatormethods 2.1.0, testdata_Byars_Wilson.xlsx (1, 65, 1045); the others by the formula in R.
  test.each([
    [1, 0.0130721329015044, 5.56375558247526],
    [10, 4.787449913967564, 18.391458605756473],
    [20, 12.211428834875935, 30.889880369197058],
    [65, 50.16318771045945, 82.84913854593984],
    [1045, 982.5932018073325, 1110.3312129856499],
  ])('of %i are as published', (events, lower, upper) => {
    const interval = byarInterval(events);
    expect(interval.lower).toBeCloseTo(lower, 11);
    expect(interval.upper).toBeCloseTo(upper, 11);
  });

  test.each([0, -1, Number.NaN, Infinity])('do not exist for %d', (events) => {
    expect(() => byarInterval(events)).toThrow(RangeError);
  });
});

describe('the exact Poisson limits', () => {
  // R: qchisq(0.025, 2 * x) / 2 and qchisq(0.975, 2 * x + 2) / 2
  test.each([
    [1, 0.025317807984289876, 5.571643390938899],
    [2, 0.24220927854396487, 7.224687667723958],
    [5, 1.6234863901184207, 11.668332079322667],
    [9, 4.115373097378332, 17.08480345141917],
  ])('of %i are as in R', (events, lower, upper) => {
    const interval = exactPoissonInterval(events);
    expect(Math.abs(interval.lower - lower)).toBeLessThan(1e-12);
    expect(Math.abs(interval.upper - upper)).toBeLessThan(1e-12);
  });

  test('of no events are exactly 0 and −ln 0.025', () => {
    expect(exactPoissonInterval(0)).toEqual({ lower: 0, upper: -Math.log(0.025) });
  });

  it('leave 2.5 % in each tail: the probabilities summed forwards from that of 0', () => {
    const atMost = (count: number, expected: number) => {
      let term = Math.exp(-expected);
      let sum = term;
      for (let i = 1; i <= count; i += 1) sum += term *= expected / i;
      return sum;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (events) => {
        const { lower, upper } = exactPoissonInterval(events);
        expect(1 - atMost(events - 1, lower)).toBeCloseTo(0.025, 11);
        expect(atMost(events, upper)).toBeCloseTo(0.025, 11);
      }),
    );
  });

  it('do not break down where e^−x is 0', () => {
    // From here on Byar's limits are the same to five digits.
    const exact = exactPoissonInterval(5_000);
    const byar = byarInterval(5_000);
    expect(exact.lower / byar.lower).toBeCloseTo(1, 5);
    expect(exact.upper / byar.upper).toBeCloseTo(1, 5);
  });

  test.each([-1, 2.5, Number.NaN])('do not exist for %d', (events) => {
    expect(() => exactPoissonInterval(events)).toThrow(RangeError);
  });
});

describe('a rate', () => {
  // PHEindicatormethods 2.1.0, testdata_Rate.xlsx, per 100
  test.each([
    [1, 0.0253178079842899, 5.5716433909389, 'exact'],
    [5, 1.62348639011842, 11.6683320793227, 'exact'],
    [20, 12.2114288348759, 30.8898803691971, 'byar'],
  ])('of %i in 100 has the published interval', (events, lower, upper, method) => {
    const interval = rateInterval(events, 100);
    expect(interval.lower * 100).toBeCloseTo(lower, 11);
    expect(interval.upper * 100).toBeCloseTo(upper, 11);
    expect(interval.method).toBe(method);
  });

  test('is exact at 9 events and Byar’s at 10', () => {
    expect(rateInterval(9, 1)).toEqual({ ...exactPoissonInterval(9), method: 'exact' });
    expect(rateInterval(10, 1)).toEqual({ ...byarInterval(10), method: 'byar' });
  });

  test('of no events has a lower limit of exactly 0', () => {
    expect(rateInterval(0, 3.7).lower).toBe(0);
  });

  test.each([
    [3, 0],
    [3, -1],
    [3, Number.NaN],
    [-1, 5],
    [1.5, 5],
    [10.5, 5],
  ])('does not exist for %d in %d', (events, exposure) => {
    expect(() => rateInterval(events, exposure)).toThrow(RangeError);
  });
});
