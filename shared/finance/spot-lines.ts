import { type Adjustment, adjustmentsByMonth } from './adjustments-by-month.ts';
import { type Amount, total } from './amount.ts';
import { SPOT } from './block.ts';
import type { Posting } from './postings.ts';
import type { Service } from './tariff.ts';

/** What was used of a service at the spot price; adjustments by original month, as they change what is owed. */
export type SpotLine = {
  readonly service: Service;
  readonly used: Amount;
  readonly adjustments: readonly Adjustment[];
};

/** The line of every service that was used on the spot in a month, or adjusted in it. */
export function spotLines(current: readonly Posting[], adjusted: readonly Posting[]): SpotLine[] {
  const used = bySpotService(current);
  const since = bySpotService(adjusted);
  return [...new Set([...used.keys(), ...since.keys()])].sort().map((service) => ({
    service,
    used: total(used.get(service) ?? []),
    adjustments: adjustmentsByMonth(since.get(service) ?? [], total),
  }));
}

function bySpotService(postings: readonly Posting[]): Map<Service, Posting[]> {
  return Map.groupBy(
    postings.filter(({ account }) => account === SPOT),
    ({ service }) => service,
  );
}
