import { bisect } from './bisect.ts';
import { Z_95 } from './z-95.ts';

/**
 * The 97.5th percentile of Student's t distribution, for a two-sided 95 % interval: R's `qt(0.975, degrees)` to
 * 1e-12. It falls from 12.706… at one degree of freedom towards {@link Z_95}. The cost grows with the degrees.
 *
 * @throws RangeError unless `degrees` is a whole number from 1 on.
 * @example t95(9) // 2.2621571628…
 */
export function t95(degrees: number): number {
  if (!(Number.isSafeInteger(degrees) && degrees >= 1)) {
    throw new RangeError('degrees of freedom are whole numbers from 1 on');
  }
  return bisect((t) => within(t, degrees) - 0.95, Z_95, 13);
}

/**
 * P(−t < T < t). For whole degrees of freedom it is a finite sum of positive terms in the angle θ = arctan(t/√ν).
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 (odd ν) and 26.7.4 (even ν).
 */
function within(t: number, degrees: number): number {
  const odd = degrees % 2 === 1;
  const cosine2 = degrees / (degrees + t * t);
  const sine = t / Math.sqrt(degrees + t * t);
  let sum = 0;
  let term = odd ? Math.sqrt(cosine2) : 1;
  for (let power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (cosine2 * (power + 1)) / (power + 2);
  }
  return odd ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(degrees)) + sine * sum) : sine * sum;
}
