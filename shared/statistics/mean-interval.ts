import { mean } from './mean.ts';
import { t95 } from './t-95.ts';

/**
 * Student's 95 % interval of the mean of a population from which `values` are a sample: m ∓ t·s/√n, with the sample's
 * standard deviation s (divisor n − 1) and the 97.5th percentile t of Student's t with n − 1 degrees of freedom.
 *
 * Fewer than two values say nothing of how much they vary: no limits. Of equal values both limits are the mean.
 *
 * Source: Student, Biometrika 6 (1908) 1–25; as R's `t.test(values)$conf.int`.
 *
 * @example meanInterval([1, 2, 6]) // { lower: -3.572…, upper: 9.572… }
 */
export function meanInterval(values: readonly number[]): { lower: number | null; upper: number | null } {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return { lower: null, upper: null };
  const degrees = values.length - 1;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const spread = t95(degrees) * Math.sqrt(squares / degrees / values.length);
  return { lower: centre - spread, upper: centre + spread };
}
