import type { Amount } from './amount.ts';
import { type Block, penceLeft } from './block.ts';
import { validWeeks } from './valid-weeks.ts';

/** How many weeks of a block are left at the end of a week. */
export type BurnDownPoint = { readonly week: number; readonly left: number };

/** What becomes of a block if it is used in a certain way. */
export type Outlook = {
  /** Every week of its validity. */
  readonly burnDown: readonly BurnDownPoint[];
  /** The week in which the last one is used; undefined when some are left at the end. */
  readonly runsOutIn: number | undefined;
  /** Left at the end, and what was paid for it. */
  readonly expiring: Amount;
  /** The price for each week used, to the nearest penny, half a penny up; undefined when none is. */
  readonly effectivePence: number | undefined;
};

/**
 * The outlook of a block from how many of its weeks are used in each week.
 *
 * @example outlookOf(block, new Map([[2_944, 3]])).burnDown[0] // { week: 2_944, left: 33 }
 */
export function outlookOf(block: Block, usedIn: ReadonlyMap<number, number>): Outlook {
  const { first, last } = validWeeks(block);
  const burnDown: BurnDownPoint[] = [];
  let left = block.weeks;
  for (let week = first; week <= last; week += 1) {
    left -= usedIn.get(week) ?? 0;
    burnDown.push({ week, left });
  }
  return {
    burnDown,
    runsOutIn: burnDown.find((point) => point.left === 0)?.week,
    expiring: { weeks: left, pence: penceLeft(block, block.weeks - left) },
    effectivePence: effectivePence(block, block.weeks - left),
  };
}

/** What each week of a block has cost when so many are used, to the nearest penny. */
export function effectivePence({ pricePence }: Pick<Block, 'pricePence'>, used: number): number | undefined {
  return used === 0 ? undefined : Math.round(pricePence / used);
}
