import { type Amount, isNothing, total } from './amount.ts';
import { SPOT } from './block.ts';
import { byOriginalMonth } from './by-original-month.ts';
import type { Posting } from './postings.ts';
import type { Service } from './tariff.ts';

/** What was used of a service at the spot price. */
export type SpotLine = {
  readonly service: Service;
  readonly used: Amount;
  /** By original month: what was given back is negative. */
  readonly adjustments: readonly (Amount & { readonly month: string })[];
};

/** The line of every service that was used on the spot in a month, or adjusted in it. */
export function spotLines(current: readonly Posting[], adjusted: readonly Posting[]): SpotLine[] {
  const used = bySpotService(current);
  const since = bySpotService(adjusted);
  return [...new Set([...used.keys(), ...since.keys()])].sort().map((service) => ({
    service,
    used: total(used.get(service) ?? []),
    adjustments: byOriginalMonth(since.get(service) ?? [])
      .map(({ month, postings }) => ({ month, ...total(postings) }))
      .filter((amount) => !isNothing(amount)),
  }));
}

function bySpotService(postings: readonly Posting[]): Map<Service, Posting[]> {
  return Map.groupBy(
    postings.filter(({ account }) => account === SPOT),
    ({ service }) => service,
  );
}
