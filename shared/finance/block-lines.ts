import { type Adjustment, adjustmentsByMonth } from './adjustments-by-month.ts';
import { type Amount, isNothing, less, total } from './amount.ts';
import { type Block, type BlockRecord, SPOT } from './block.ts';
import type { Posting } from './postings.ts';
import type { Service } from './tariff.ts';

/** One block in a month: opening + bought − used − expired + adjustments = closing, in weeks and in pence. */
export type BlockLine = {
  readonly block: string;
  readonly service: Service;
  /** Undefined once the block was withdrawn. */
  readonly terms: Block | undefined;
  readonly opening: Amount;
  readonly bought: Amount;
  readonly used: Amount;
  readonly expired: Amount;
  /** By original month, as they change the balance: a week given back is positive. */
  readonly adjustments: readonly Adjustment[];
  readonly closing: Amount;
};

/** What is posted to blocks: in statements before, for the month itself, and to make up for earlier months. */
export type Movements = {
  readonly issued: readonly Posting[];
  readonly current: readonly Posting[];
  readonly adjusted: readonly Posting[];
};

/** The line of every block that has a balance or a movement, oldest first, those withdrawn last. */
export function blockLines(blocks: readonly BlockRecord[], movements: Movements): BlockLine[] {
  const termsOf = new Map(blocks.map(({ id, data }) => [id, data]));
  const all = Object.values(movements).flat();
  const issued = byAccount(movements.issued);
  const current = byAccount(movements.current);
  const adjusted = byAccount(movements.adjusted);
  const serviceOf = new Map(all.map(({ account, service }) => [account, service]));
  return [...serviceOf]
    .filter(([account]) => account !== SPOT)
    .map(([block, service]) => {
      const of = { issued: issued(block), current: current(block), adjusted: adjusted(block) };
      return lineOf({ block, service, terms: termsOf.get(block) }, of);
    })
    .filter(({ opening, closing, adjustments, ...moved }) => {
      const amounts = [opening, closing, moved.bought, moved.used, moved.expired, ...adjustments];
      return !amounts.every(isNothing);
    })
    .sort(oldestFirst);
}

function lineOf(
  block: Pick<BlockLine, 'block' | 'service' | 'terms'>,
  { issued, current, adjusted }: Movements,
): BlockLine {
  const opening = balanceOf(issued);
  return {
    ...block,
    opening,
    bought: total(current.filter(({ kind }) => kind === 'bought')),
    used: total(current.filter(({ kind }) => kind === 'used')),
    expired: total(current.filter(({ kind }) => kind === 'expired')),
    adjustments: adjustmentsByMonth(adjusted, balanceOf),
    closing: total([opening, balanceOf(current), balanceOf(adjusted)]),
  };
}

/** What postings leave in a block. */
function balanceOf(postings: readonly Posting[]): Amount {
  const bought = postings.filter(({ kind }) => kind === 'bought');
  return less(total(bought), total(postings.filter(({ kind }) => kind !== 'bought')));
}

function byAccount(postings: readonly Posting[]): (account: string) => readonly Posting[] {
  const grouped = Map.groupBy(postings, ({ account }) => account);
  return (account) => grouped.get(account) ?? [];
}

function oldestFirst(a: BlockLine, b: BlockLine): number {
  const keyOf = ({ terms, block }: BlockLine) => `${terms?.validFrom ?? 'withdrawn'} ${block}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
