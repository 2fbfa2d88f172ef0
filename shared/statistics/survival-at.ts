import type { SurvivalCurve } from './kaplan-meier.ts';
import { stepAt } from './step-at.ts';

/** A survival curve read at one time. */
export type SurvivalAt = {
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Still under observation after that time. */
  readonly remaining: number;
  /** Up to and including that time. */
  readonly events: number;
};

/**
 * A survival curve at `time`, events at that time included. The last value is carried forward only to the longest
 * follow-up: beyond it, and of nobody, nothing is known and the answer is undefined.
 *
 * @example survivalAt(curve, 84)?.survival // 0.9057…
 */
export function survivalAt({ followed, steps }: SurvivalCurve, time: number): SurvivalAt | undefined {
  const last = steps.at(-1);
  if (last === undefined || time > last.time) return undefined;
  const step = stepAt(steps, time);
  if (step === undefined) return { survival: 1, lower: null, upper: null, remaining: followed, events: 0 };
  const { survival, lower, upper, cumulativeEvents } = step;
  return {
    survival,
    lower,
    upper,
    remaining: step.atRisk - step.events - step.censored,
    events: cumulativeEvents,
  };
}
