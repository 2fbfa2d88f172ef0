import type { Charge } from './charge.ts';

/** How many weeks of each block, by its id, were used in each week. */
export type UsedByBlock = ReadonlyMap<string, ReadonlyMap<number, number>>;

export const NO_USE: ReadonlyMap<number, number> = new Map();

/** The use of blocks that charges are; those on the spot use none. */
export function usedByBlock(charges: readonly Charge[]): UsedByBlock {
  const used = new Map<string, Map<number, number>>();
  for (const {
    block,
    used: { week },
  } of charges) {
    if (block === undefined) continue;
    const ofBlock = used.get(block.id) ?? new Map<number, number>();
    ofBlock.set(week, (ofBlock.get(week) ?? 0) + 1);
    used.set(block.id, ofBlock);
  }
  return used;
}

/** How many weeks were used of a block altogether. */
export function weeksUsed(ofBlock = NO_USE): number {
  return [...ofBlock.values()].reduce((sum, used) => sum + used, 0);
}
