import type { Interval } from './few.ts';
import type { Form } from './knowledge.ts';
import { amount } from './lines.ts';
import type { Region } from './region.ts';
import { Simplex } from './simplex.ts';
import { sumRange } from './sum-range.ts';

/** What forms can be in a region. */
export type Ranges = {
  /** Between which numbers a form can be. */
  readonly of: (form: Form) => Interval;
  /** The most a form can be, or, once that is enough, as much as it was found to be. */
  readonly upTo: (form: Form, enough: number) => number;
  /** What it can be as far as is known without further work: all of the range or less. */
  readonly seen: (form: Form) => Interval;
};

/**
 * The ranges of forms in a region. What is worked out for one form serves the next. Where no equation comes to
 * anything, all could be twice as many, or a thousand times: whatever is not nothing has no upper end.
 */
export function rangesIn(region: Region): Ranges {
  let simplex: Simplex | undefined;
  const isCone = region.equations.every((equation) => amount(equation, region.truth) === 0);
  const hasNoEnd = (form: Form): boolean => isCone && amount(form, region.truth) > 0;
  const started = (): Simplex => (simplex ??= new Simplex(region));
  return {
    of: (form) => {
      const opposite = form.map(({ atom, times }) => ({ atom, times: -times }));
      return (
        sumRange(region, form) ?? { lower: -started().highest(opposite), upper: started().highest(form) }
      );
    },
    upTo: (form, enough) =>
      hasNoEnd(form) ? Infinity : (sumRange(region, form)?.upper ?? started().highest(form, enough)),
    seen: (form) =>
      hasNoEnd(form)
        ? { lower: amount(form, region.truth), upper: Infinity }
        : (sumRange(region, form) ?? started().seen(form)),
  };
}
