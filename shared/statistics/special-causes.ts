import type { ProcessLimits } from './process-limits.ts';
import { signBeyondNoise } from './sign-beyond-noise.ts';

/** Why a point is more than chance would often bring, and to which side it points. */
export type SpecialCause =
  | { readonly cause: 'outside' | 'two-of-three' | 'shift'; readonly direction: 'above' | 'below' }
  | { readonly cause: 'trend'; readonly direction: 'rising' | 'falling' };

export type PointCause = SpecialCause | { readonly cause: 'common' };

const POINTS_OF_A_RUN = 7;

type Sign = -1 | 0 | 1;

/**
 * The special causes in a process chart, one answer for each value, by the four rules of NHS England's Making Data
 * Count; of several that apply the first:
 *
 * 1. `outside`: beyond a limit.
 * 2. `trend`: one of 7 successive points (or more), each above, or each below, the one before it; where a rising and
 *    a falling trend meet, their common point belongs to the later.
 * 3. `two-of-three`: beyond ⅔ of the way from mean to limit but not outside, with another such point among 3
 *    successive ones that are all on the same side of the mean. The third point is not flagged.
 * 4. `shift`: one of 7 successive points (or more) on one side of the mean; a point on the mean breaks the run.
 *
 * All comparisons are strict, and differences below rounding noise (1e-9 of the largest value) are none: a constant
 * series has no special cause however its values were computed. No values, no answers.
 *
 * Source: R package NHSRplotthedots, `ptd_spc` without screening of outliers; NHS England, Making Data Count.
 *
 * @example specialCauses([1, 2, 1, 2, 10, 1], limits)[4] // { cause: 'outside', direction: 'above' }
 */
export function specialCauses(
  values: readonly number[],
  { mean, lower, upper }: ProcessLimits,
): PointCause[] {
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), Math.abs(mean));
  const compare = (a: number, b: number) => signBeyondNoise(a - b, scale);
  const beyond = (low: number, high: number) => (value: number) => {
    if (compare(value, high) > 0) return 1;
    return compare(value, low) < 0 ? -1 : 0;
  };
  const sides = values.map((value) => compare(value, mean));
  const outside = values.map(beyond(lower, upper));
  const far = values.map(beyond(mean - (2 / 3) * (mean - lower), mean + (2 / 3) * (upper - mean)));
  const close = far.map((sign, index) => (outside[index] === 0 ? sign : 0));
  const steps = values.slice(1).map((value, index) => compare(value, values[index] ?? value));
  const climbs = longRuns(steps, POINTS_OF_A_RUN - 1);
  const shifts = longRuns(sides, POINTS_OF_A_RUN);

  return values.map((_, index): PointCause => {
    const out = outside[index] ?? 0;
    if (out !== 0) return { cause: 'outside', direction: sideOf(out) };
    const climb = [climbs[index], climbs[index - 1]].find((sign) => sign !== undefined && sign !== 0);
    if (climb !== undefined) return { cause: 'trend', direction: climb > 0 ? 'rising' : 'falling' };
    const pull = close[index] ?? 0;
    if (pull !== 0 && isOneOfTwoInThree(index, close, sides)) {
      return { cause: 'two-of-three', direction: sideOf(pull) };
    }
    const shift = shifts[index] ?? 0;
    return shift === 0 ? { cause: 'common' } : { cause: 'shift', direction: sideOf(shift) };
  });
}

function sideOf(sign: Sign): 'above' | 'below' {
  return sign > 0 ? 'above' : 'below';
}

/** The signs that stand in a run of at least `length` equal ones; elsewhere 0. */
function longRuns(signs: readonly Sign[], length: number): Sign[] {
  return signs.map((sign, index) => {
    let first = index;
    while (signs[first - 1] === sign) first -= 1;
    let last = index;
    while (signs[last + 1] === sign) last += 1;
    return last - first + 1 >= length ? sign : 0;
  });
}

/** Whether one of the three windows of three around a close point lies on its side and holds another close point. */
function isOneOfTwoInThree(index: number, close: readonly Sign[], sides: readonly Sign[]): boolean {
  const side = close[index];
  return [index - 2, index - 1, index].some((first) => {
    const window = [first, first + 1, first + 2];
    return (
      window.every((point) => sides[point] === side) &&
      window.filter((point) => close[point] === side).length >= 2
    );
  });
}
