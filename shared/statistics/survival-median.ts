import type { SurvivalCurve } from './kaplan-meier.ts';

/** How far from one half a floating-point product of exact fractions may end up. */
const TOLERANCE = 1e-9;

/** What the curve, or its own limits, never cross is null: a median that is not reached may have a lower limit. */
export type SurvivalMedian = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * The median survival time: the first time at which survival is at most one half, with the times at which the
 * pointwise limits are.
 *
 * Where a curve is exactly one half over an interval between two drops, the midpoint of that interval is meant; the
 * same for the limits. As R's `summary(survfit(...))$table` and SAS PROC LIFETEST.
 *
 * @example survivalMedian(kaplanMeier(leukaemia)) // { value: 23, lower: 13, upper: null }
 */
export function survivalMedian({ steps }: SurvivalCurve): SurvivalMedian {
  const crossing = (height: (index: number) => number | null | undefined): number | null => {
    const first = steps.findIndex((_, index) => (height(index) ?? 1) < 0.5 + TOLERANCE);
    const start = steps[first];
    const level = height(first);
    if (start === undefined || level === null || level === undefined) return null;
    if (Math.abs(level - 0.5) >= TOLERANCE) return start.time;
    const drop = steps.find((_, index) => index > first && (height(index) ?? 1) < level);
    return drop === undefined ? start.time : (start.time + drop.time) / 2;
  };
  return {
    value: crossing((index) => steps[index]?.survival),
    lower: crossing((index) => steps[index]?.lower),
    upper: crossing((index) => steps[index]?.upper),
  };
}
