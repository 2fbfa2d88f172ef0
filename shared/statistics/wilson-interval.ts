import { Z_95 } from './z-95.ts';

/**
 * The Wilson score 95 % interval of a proportion `x` of `n`, both limits within 0 to 1; `x = 0` has a lower limit of
 * exactly 0 and `x = n` an upper of exactly 1, which the formula misses by a rounding error.
 *
 * Source: Wilson EB, JASA 22 (1927) 209–212, as in the Fingertips Public Health Technical Guide.
 *
 * @throws RangeError unless `0 ≤ x ≤ n` and `n > 0`: the proportion of nothing is not 0.
 * @example wilsonInterval(65, 100) // { lower: 0.5525…, upper: 0.7363… }
 */
export function wilsonInterval(x: number, n: number): { lower: number; upper: number } {
  if (!(n > 0 && x >= 0 && x <= n)) throw new RangeError('a proportion needs 0 <= x <= n and n > 0');
  const z2 = Z_95 * Z_95;
  const centre = 2 * x + z2;
  const spread = Z_95 * Math.sqrt(z2 + 4 * x * (1 - x / n));
  const scale = 2 * (n + z2);
  return {
    lower: x === 0 ? 0 : (centre - spread) / scale,
    upper: x === n ? 1 : (centre + spread) / scale,
  };
}
