import { expect, test } from 'vitest';
import type { SurvivalStep } from '../../shared/statistics/kaplan-meier.ts';
import { survivalMedian } from '../../shared/statistics/survival-median.ts';

/** Only the heights matter to the median: no cohort of a size to write down has a limit of exactly one half. */
function curve(...heights: [time: number, survival: number, lower: number | null, upper: number | null][]) {
  const steps = heights.map(([time, survival, lower, upper]): SurvivalStep => {
    return { time, atRisk: 9, events: 1, censored: 0, cumulativeEvents: 1, survival, lower, upper };
  });
  return { followed: 9, steps };
}

test('a limit that stands on one half has its midpoint there, as the median has', () => {
  const steps = curve(
    [2, 0.8, 0.5, 0.9],
    [6, 0.7, 0.4, 0.8],
    [8, 0.4, 0.1, 0.5 + 4e-10],
    [9, 0.2, 0.05, 0.3],
  );
  expect(survivalMedian(steps)).toEqual({ value: 8, lower: 4, upper: 8.5 });
});

test('further than 1e-9 above one half a curve has not come down to it', () => {
  const steps = curve([2, 0.5 + 2e-9, 0.4, 0.6], [6, 0.4, 0.3, 0.5 + 2e-9], [8, 0.3, 0.2, 0.4]);
  expect(survivalMedian(steps)).toEqual({ value: 6, lower: 2, upper: 8 });
});

test('further than 1e-9 below it a curve has crossed it, without a midpoint', () => {
  expect(survivalMedian(curve([2, 0.5 - 2e-9, 0.4, 0.6], [6, 0.3, 0.2, 0.4])).value).toBe(2);
});

test('a limit on one half where the curve then ends at 0, without limits, is where it begins', () => {
  expect(survivalMedian(curve([2, 0.6, 0.5, 0.9], [6, 0, null, null]))).toEqual({
    value: 6,
    lower: 2,
    upper: null,
  });
});
