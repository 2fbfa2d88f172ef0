import { isNothing, type Amount } from '../../finance/amount.ts';
import { monthInWords } from '../calendar.ts';
import { taken } from './amounts.ts';
import type { BlockLine } from './block-parts.ts';

/** One thing that is put right of an earlier month, as it changes the balance: what is taken away is negative. */
export type AdjustedMove = {
  readonly month: string;
  readonly move: 'Bought' | 'Used' | 'Expired';
  readonly amount: Amount;
};

/**
 * What a statement puts right of a block, by original month.
 *
 * @example adjustedMoves(line) // [{ month: '2026-10', move: 'Used', amount: { weeks: 1, pence: 26_505 } }]
 */
export function adjustedMoves({ adjustments }: Pick<BlockLine, 'adjustments'>): AdjustedMove[] {
  return adjustments.flatMap(({ month, bought, used, expired }) =>
    (
      [
        { month, move: 'Bought', amount: bought },
        { month, move: 'Used', amount: taken(used) },
        { month, move: 'Expired', amount: taken(expired) },
      ] as const
    ).filter(({ amount }) => !isNothing(amount)),
  );
}

/** @example adjustmentInWords({ month: '2026-10', move: 'Used', … }) // 'Adjustment for October 2026: used' */
export const adjustmentInWords = ({ month, move }: AdjustedMove): string =>
  `Adjustment for ${monthInWords(month)}: ${move.toLowerCase()}`;
