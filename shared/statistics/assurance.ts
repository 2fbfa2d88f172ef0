import type { ProcessLimits } from './process-limits.ts';
import { signBeyondNoise } from './sign-beyond-noise.ts';

export type Assurance = 'consistently-met' | 'consistently-missed' | 'inconsistent';

/**
 * The assurance icon of a process chart: whether a process that goes on as it is will meet its target always, never, or
 * now and then. `met` says on which side of the target a value meets it. A target between the limits, or equal to one
 * of them but for rounding noise (1e-9 of the largest), is inconsistent.
 *
 * Source: NHS England, Making Data Count; R package NHSRplotthedots.
 *
 * @example assurance(45, { lower: 48.2, upper: 59.4 }, 'at-least') // 'consistently-met'
 */
export function assurance(
  target: number,
  { lower, upper }: Pick<ProcessLimits, 'lower' | 'upper'>,
  met: 'at-least' | 'at-most',
): Assurance {
  const scale = Math.max(Math.abs(target), Math.abs(lower), Math.abs(upper));
  const allAbove = signBeyondNoise(lower - target, scale) > 0;
  const allBelow = signBeyondNoise(upper - target, scale) < 0;
  if (!allAbove && !allBelow) return 'inconsistent';
  return allAbove === (met === 'at-least') ? 'consistently-met' : 'consistently-missed';
}
