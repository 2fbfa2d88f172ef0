import { erfc } from './erfc.ts';

/**
 * The probability that chi-square with `degrees` degrees of freedom exceeds `x`: the p value of a test with that
 * statistic; R's `pchisq(x, degrees, lower.tail = FALSE)`. At x = 0 it is 1.
 *
 * Q(a + 1, h) = Q(a, h) + h^a·e^(−h)/Γ(a + 1) with h = x/2, from Q(½, h) = erfc(√h) or Q(1, h) = e^(−h) up to
 * a = degrees/2.
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.4.4 (odd degrees), 26.4.5 (even) and 6.5.21.
 *
 * @throws RangeError unless `x ≥ 0` and `degrees` is a whole number from 1 on.
 * @example chiSquareTail(3.841458820694124, 1) // 0.05
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (!(x >= 0 && Number.isSafeInteger(degrees) && degrees >= 1)) {
    throw new RangeError('chi-square is 0 or more, with a whole number of degrees of freedom from 1 on');
  }
  const odd = degrees % 2 === 1;
  const h = x / 2;
  let tail = odd ? erfc(Math.sqrt(h)) : Math.exp(-h);
  let term = Math.exp(-h) * (odd ? 2 * Math.sqrt(h / Math.PI) : h);
  for (let a = odd ? 0.5 : 1; a < degrees / 2;) {
    tail += term;
    a += 1;
    term *= h / a;
  }
  return tail;
}
