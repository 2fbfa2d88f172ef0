import { type Amount, isNothing } from './amount.ts';
import type { Posting } from './postings.ts';

/** What moved in an earlier month since it was issued. */
export type Adjustment = Amount & { readonly month: string };

/** Adjustments by original month; a month in which they come to nothing is left out. */
export function adjustmentsByMonth(
  adjusted: readonly Posting[],
  amountOf: (postings: readonly Posting[]) => Amount,
): Adjustment[] {
  return [...Map.groupBy(adjusted, ({ month }) => month)]
    .map(([month, postings]) => ({ month, ...amountOf(postings) }))
    .filter((amount) => !isNothing(amount))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}
