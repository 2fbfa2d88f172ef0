import { type Amount, isNothing, total } from './amount.ts';
import { SPOT } from './block.ts';
import { byOriginalMonth } from './by-original-month.ts';
import type { Charge } from './charge.ts';
import type { Posting } from './postings.ts';
import type { Service } from './tariff.ts';

/** What was used of a service at the spot price. */
export type SpotLine = {
  readonly service: Service;
  readonly used: Amount;
  /** What of it was used by placements that a block funds, and for which none had weeks. */
  readonly noBlockLeft: Amount;
  /** By original month: what was given back is negative. */
  readonly adjustments: readonly (Amount & { readonly month: string })[];
};

/**
 * The line of every service that was used on the spot in a month, or adjusted in it.
 *
 * @param charges those of the month
 */
export function spotLines(
  current: readonly Posting[],
  adjusted: readonly Posting[],
  charges: readonly Charge[],
): SpotLine[] {
  const used = bySpotService(current);
  const since = bySpotService(adjusted);
  return [...new Set([...used.keys(), ...since.keys()])]
    .sort()
    .map((service) => ({
      service,
      used: total(used.get(service) ?? []),
      noBlockLeft: total(charges.filter((charge) => foundNoBlock(charge, service)).map(amountOf)),
      adjustments: byOriginalMonth(since.get(service) ?? [])
        .map(({ month, postings }) => ({ month, ...total(postings) }))
        .filter((amount) => !isNothing(amount)),
    }))
    .filter((line) => !isNothing(line.used) || line.adjustments.length > 0);
}

function foundNoBlock({ block, used: { placement } }: Charge, service: Service): boolean {
  return block === undefined && placement.data.funding === 'block' && placement.data.service === service;
}

const amountOf = ({ pence }: Charge): Amount => ({ weeks: 1, pence });

function bySpotService(postings: readonly Posting[]): Map<Service, Posting[]> {
  return Map.groupBy(
    postings.filter(({ account }) => account === SPOT),
    ({ service }) => service,
  );
}
