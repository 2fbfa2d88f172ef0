import { dayOf } from '../records/london.ts';
import { type Amount, isNothing, less, total } from './amount.ts';
import { type Block, type BlockRecord, SPOT } from './block.ts';
import { byOriginalMonth } from './by-original-month.ts';
import type { Posting } from './postings.ts';
import type { Service } from './tariff.ts';

/** What moves a block's balance: up by what is bought, down by what is used and what expires. */
export type Movement = { readonly bought: Amount; readonly used: Amount; readonly expired: Amount };

/**
 * One block in a month: the opening balance, what was bought less what was used and what expired, and the same of every
 * adjustment, make the closing balance, in weeks and in pence.
 */
export type BlockLine = Movement & {
  readonly block: string;
  readonly service: Service;
  /** Undefined once the block was withdrawn. */
  readonly terms: Block | undefined;
  readonly opening: Amount;
  /** By original month: what was given back is negative. */
  readonly adjustments: readonly (Movement & { readonly month: string })[];
  readonly closing: Amount;
};

/** What is posted to blocks: in statements before, for the month itself, and to make up for earlier months. */
export type BlockPostings = {
  readonly issued: readonly Posting[];
  readonly current: readonly Posting[];
  readonly adjusted: readonly Posting[];
};

/**
 * The line of every block that was bought and is not over before the month, and of every other that has a balance or a
 * movement; oldest first, those withdrawn last.
 *
 * @param firstDay the Monday of the month's first week
 */
export function blockLines(
  blocks: readonly BlockRecord[],
  { issued, current, adjusted }: BlockPostings,
  firstDay: number,
): BlockLine[] {
  const termsOf = new Map(blocks.map(({ id, data }) => [id, data]));
  const serviceOf = new Map(
    [...issued, ...current, ...adjusted].map(({ account, service }) => [account, service]),
  );
  serviceOf.delete(SPOT);
  const issuedOf = byAccount(issued);
  const currentOf = byAccount(current);
  const adjustedOf = byAccount(adjusted);
  return Array.from(serviceOf, ([block, service]): BlockLine => {
    const opening = balanceOf(issuedOf(block));
    return {
      block,
      service,
      terms: termsOf.get(block),
      opening,
      ...movementOf(currentOf(block)),
      adjustments: byOriginalMonth(adjustedOf(block))
        .map(({ month, postings }) => ({ month, ...movementOf(postings) }))
        .filter((adjustment) => !isStill(adjustment)),
      closing: total([opening, balanceOf(currentOf(block)), balanceOf(adjustedOf(block))]),
    };
  })
    .filter(
      ({ terms, ...line }) =>
        (terms !== undefined && dayOf(terms.validTo) >= firstDay) ||
        line.adjustments.length > 0 ||
        !isNothing(line.opening) ||
        !isStill(line),
    )
    .sort(oldestFirst);
}

function isStill({ bought, used, expired }: Movement): boolean {
  return [bought, used, expired].every(isNothing);
}

function movementOf(postings: readonly Posting[]): Movement {
  const sum = (kind: Posting['kind']) => total(postings.filter((posting) => posting.kind === kind));
  return { bought: sum('bought'), used: sum('used'), expired: sum('expired') };
}

/** What postings leave in a block. */
function balanceOf(postings: readonly Posting[]): Amount {
  const { bought, used, expired } = movementOf(postings);
  return less(bought, total([used, expired]));
}

function byAccount(postings: readonly Posting[]): (account: string) => readonly Posting[] {
  const grouped = Map.groupBy(postings, ({ account }) => account);
  return (account) => grouped.get(account) ?? [];
}

function oldestFirst(a: BlockLine, b: BlockLine): number {
  const keyOf = ({ terms, block }: BlockLine) => `${terms?.validFrom ?? 'withdrawn'} ${block}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
