import type { BlockRecord } from './block.ts';
import type { Service } from './tariff.ts';
import { validWeeks } from './valid-weeks.ts';

/** Whose weeks may be drawn from a block: what its provider gives its commissioner's people of its service. */
export type PoolKey = {
  readonly provider: string;
  readonly commissioner: string;
  readonly service: Service;
};

/** A block and how many of its weeks are left. */
export type Holding = { readonly block: BlockRecord; readonly left: number };

/** Blocks that weeks are drawn from, one after the other. */
export type BlockPools = {
  /**
   * Takes one week of `key`: from the named block, else from the oldest (`validFrom`, then id) of the same pool that
   * is valid in the week and has weeks left. What there was before it was taken, or undefined when there is none.
   * Weeks are drawn in order: `week` never goes back.
   */
  readonly draw: (key: PoolKey, week: number, named?: string) => Holding | undefined;
};

type Open = { readonly block: BlockRecord; readonly first: number; readonly last: number; left: number };

/**
 * The pools of some blocks.
 *
 * @param leftOf how many weeks are left of a block at the beginning: unless told otherwise all of them
 */
export function blockPools(
  blocks: readonly BlockRecord[],
  leftOf: (block: BlockRecord) => number = ({ data }) => data.weeks,
): BlockPools {
  const all = blocks
    .toSorted(oldestFirst)
    .map((block): Open => ({ block, ...validWeeks(block.data), left: leftOf(block) }));
  const pools = Map.groupBy(all, ({ block }) => poolName(block.data));
  return {
    draw: (key, week, named) => {
      const pool = pools.get(poolName(key)) ?? [];
      const has = ({ left, first, last }: Open) => left > 0 && first <= week && week <= last;
      while (pool[0] !== undefined && (pool[0].left === 0 || pool[0].last < week)) pool.shift();
      const found =
        (named === undefined ? undefined : pool.find((open) => open.block.id === named && has(open))) ??
        pool.find(has);
      if (found === undefined) return undefined;
      const before = { block: found.block, left: found.left };
      found.left -= 1;
      return before;
    },
  };
}

/** A name of a pool; codes have no spaces in them. */
export function poolName({ provider, commissioner, service }: PoolKey): string {
  return `${provider} ${commissioner} ${service}`;
}

/** By `validFrom`, then id: the order in which blocks are drawn from. */
export function oldestFirst(a: BlockRecord, b: BlockRecord): number {
  if (a.data.validFrom !== b.data.validFrom) return a.data.validFrom < b.data.validFrom ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
