import type { Interval } from './few.ts';
import type { Form } from './knowledge.ts';
import type { Region } from './region.ts';
import { Simplex } from './simplex.ts';
import { sumRange } from './sum-range.ts';

/** The ranges of forms in a region. What is prepared for one form serves the next. */
export function rangesIn(region: Region): (form: Form) => Interval {
  let simplex: Simplex | undefined;
  return (form) => {
    const known = sumRange(region, form);
    if (known !== undefined) return known;
    simplex ??= new Simplex(region);
    const opposite = form.map(({ atom, times }) => ({ atom, times: -times }));
    return { lower: -simplex.highest(opposite), upper: simplex.highest(form) };
  };
}
