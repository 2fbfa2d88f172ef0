import { mean } from './mean.ts';

/** 3/1.128: three standard deviations, each estimated as the mean range of two over its constant d₂. */
const RANGES = 2.66;

/** Where a stable process is expected to stay. Not clipped: a share may have limits below 0 or above 1. */
export type ProcessLimits = { readonly mean: number; readonly lower: number; readonly upper: number };

/**
 * The process limits of an XmR chart (individual values and moving ranges): the mean ∓ 2.66 times the mean absolute
 * difference of successive values. All ranges count, also an outlier's. The values must be separate observations in
 * their order: of overlapping ones, as of a rolling mean, the ranges are too small and the limits too narrow.
 *
 * Fewer than two values have no range: undefined. Of a constant series both limits are the mean.
 *
 * Source: Wheeler, Understanding Variation (2nd ed., 2000); NHS England, Making Data Count.
 *
 * @example processLimits([1, 2, 1, 4]) // { mean: 2, lower: -2.433…, upper: 6.433… }
 */
export function processLimits(values: readonly number[]): ProcessLimits | undefined {
  const centre = mean(values);
  const range = mean(values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value))));
  if (centre === undefined || range === undefined) return undefined;
  return { mean: centre, lower: centre - RANGES * range, upper: centre + RANGES * range };
}
