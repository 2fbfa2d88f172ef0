import { describe, expect, test } from 'vitest';
import { funnelLimits } from '../../shared/statistics/funnel-limits.ts';
import { funnelPosition } from '../../shared/statistics/funnel-position.ts';

describe('the limits of a funnel around 80.642448 %', () => {
  // PHEindicatormethods 2.1.0, testdata_funnel_prop_outputs.csv, in six digits; R for more of them.
  test.each([
    [1, 0, 0.0320426401180236, 1, 1],
    [20, 0.533411560407674, 0.633267436548254, 0.979581523451746, 1],
    [500, 0.751821896081535, 0.771793071309651, 0.841055888690349, 0.861027063918465],
  ])('at %i are as published, clipped to 0 and 1', (n, lower998, lower95, upper95, upper998) => {
    const limits = funnelLimits(0.80642448, n);
    expect(limits.lower998).toBeCloseTo(lower998, 12);
    expect(limits.lower95).toBeCloseTo(lower95, 12);
    expect(limits.upper95).toBeCloseTo(upper95, 12);
    expect(limits.upper998).toBeCloseTo(upper998, 12);
  });
});

test.each([0, 1])('around %i a funnel has no width', (p0) => {
  expect(funnelLimits(p0, 7)).toEqual({ lower998: p0, lower95: p0, upper95: p0, upper998: p0 });
});

test.each([
  [0.5, 0],
  [-0.1, 5],
  [1.1, 5],
  [Number.NaN, 5],
])('there is no funnel around %d at %d', (p0, n) => {
  expect(() => funnelLimits(p0, n)).toThrow(RangeError);
});

describe('the position in a funnel', () => {
  const limits = { lower998: 0.2, lower95: 0.3, upper95: 0.7, upper998: 0.8 };
  test.each([
    [0.19, 'low-998'],
    [0.2, 'low-95'],
    [0.29, 'low-95'],
    [0.3, 'within'],
    [0.5, 'within'],
    [0.7, 'within'],
    [0.71, 'high-95'],
    [0.8, 'high-95'],
    [0.81, 'high-998'],
  ])('of %d is %s', (proportion, position) => {
    expect(funnelPosition(proportion, limits)).toBe(position);
  });

  test('of none and of all is within where the limits are clipped', () => {
    expect(funnelPosition(0, funnelLimits(0.1, 5))).toBe('within');
    expect(funnelPosition(1, funnelLimits(0.9, 5))).toBe('within');
  });
});
