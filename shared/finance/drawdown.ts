import { dateOfDay } from '../records/london.ts';
import { type BlockRecord, penceLeft } from './block.ts';
import { blockPools } from './block-pools.ts';
import type { Charge } from './charge.ts';
import { mondayOf } from './iso-week.ts';
import { inOrderOfStart, type PlacementRecord, type PlacementWeek } from './placement-weeks.ts';
import { type Tariff, tariffOn } from './tariff.ts';

/**
 * Charges every placement week once, whatever the order they come in: a week of a placement funded by a block to the
 * block it names, else to the oldest of the same provider, commissioner and service that is valid in the week and has
 * weeks left; every other week at the spot price. Weeks are charged by Monday, then by the placement's start, then by
 * its id. A named block of another provider, commissioner or service is none.
 *
 * @param pricesOn the tariff of a date
 * @returns the charges in that order
 */
export function drawDown(
  weeks: readonly PlacementWeek[],
  blocks: readonly BlockRecord[],
  pricesOn: (date: string) => Tariff = tariffOn,
): Charge[] {
  const pools = blockPools(blocks);
  const byWeek = [...Map.groupBy(weeks, ({ week }) => week)].sort(([a], [b]) => a - b);
  return byWeek.flatMap(([week, together]) => {
    const prices = pricesOn(dateOfDay(mondayOf(week)));
    return together
      .sort((a, b) => inOrderOfStart(a.placement, b.placement))
      .map((used): Charge => {
        const { placement } = used;
        const { service, funding, block: named } = placement.data;
        const holding = funding === 'block' ? pools.draw(poolOf(placement), week, named) : undefined;
        if (holding === undefined) return { used, block: undefined, pence: prices[service].spotPence };
        const { block, left } = holding;
        const before = block.data.weeks - left;
        return { used, block, pence: penceLeft(block.data, before) - penceLeft(block.data, before + 1) };
      });
  });
}

function poolOf({ provider, data: { commissioner, service } }: PlacementRecord) {
  return { provider, commissioner, service };
}
