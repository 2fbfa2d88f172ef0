/** Two proportions with denominators below 10,000 that differ at all differ by more than this. */
const NOISE = 1e-9;

/**
 * The sign of a difference of numbers as large as `scale`, where what rounding alone can leave counts as none: 0 up to
 * 1e-9 of the scale, beyond it 1 or −1. So that a value computed in two ways is not above itself.
 *
 * @example signBeyondNoise(0.1 + 0.2 - 0.3, 0.3) // 0
 */
export function signBeyondNoise(difference: number, scale: number): -1 | 0 | 1 {
  if (Math.abs(difference) <= NOISE * Math.abs(scale)) return 0;
  return difference > 0 ? 1 : -1;
}
