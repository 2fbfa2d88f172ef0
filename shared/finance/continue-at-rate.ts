import type { BlockRecord } from './block.ts';
import { blockPools, type PoolKey, poolName } from './block-pools.ts';
import { NO_RATE, type Rate, weeksAtRate } from './recent-rate.ts';
import { type UsedByBlock, weeksUsed } from './used-by-block.ts';

/**
 * What was used of blocks so far, and after the week `now`, until the week `until`, what each pool's rate takes from
 * its oldest valid block that has weeks left.
 *
 * @param rates by `poolName`
 */
export function continueAtRate({
  blocks,
  usedSoFar,
  rates,
  now,
  until,
}: {
  readonly blocks: readonly BlockRecord[];
  readonly usedSoFar: UsedByBlock;
  readonly rates: ReadonlyMap<string, Rate>;
  readonly now: number;
  readonly until: number;
}): UsedByBlock {
  const used = new Map(blocks.map(({ id }) => [id, new Map(usedSoFar.get(id))]));
  const pools = blockPools(blocks, ({ id, data }) => data.weeks - weeksUsed(usedSoFar.get(id)));
  const keys = new Map(blocks.map(({ data }): [string, PoolKey] => [poolName(data), data]));
  for (let week = now + 1; week <= until; week += 1) {
    for (const [name, key] of keys) {
      const wanted = weeksAtRate(rates.get(name) ?? NO_RATE, week - now);
      for (let i = 0; i < wanted; i += 1) {
        const ofBlock = used.get(pools.draw(key, week)?.block.id ?? '');
        ofBlock?.set(week, (ofBlock.get(week) ?? 0) + 1);
      }
    }
  }
  return used;
}
