/** Below it 1 − erf loses two digits at most; from it on {@link DEPTH} levels of the fraction are enough. */
const TURN = 2;
const DEPTH = 80;

/**
 * The complementary error function, 2/√π·∫ from x to ∞ of e^(−t²): twice the upper tail of a standard normal at x√2.
 * To 13 digits, also where it is tiny.
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions: the series 7.1.6 below 2, the continued fraction
 * 7.1.14 from there on.
 *
 * @example erfc(1) // 0.15729920705028…
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  const bell = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x >= TURN) {
    let fraction = x;
    for (let level = DEPTH; level >= 1; level -= 1) fraction = x + level / 2 / fraction;
    return bell / fraction;
  }
  let sum = 0;
  let term = 2 * x;
  for (let n = 1; term > sum * Number.EPSILON; n += 1) {
    sum += term;
    term *= (2 * x * x) / (2 * n + 1);
  }
  return 1 - bell * sum;
}
