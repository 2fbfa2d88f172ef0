import type { Period } from './period.ts';

/** What of `facts` happened on one of the month's own days. */
export function inMonth<Fact extends { readonly day: number }>(
  facts: readonly Fact[],
  { firstDay, lastDay }: Period,
): Fact[] {
  return facts.filter(({ day }) => day >= firstDay && day <= lastDay);
}
