import { dayOf } from '../records/london.ts';
import { type Amount, isNothing, less, NOTHING, total } from './amount.ts';
import { type BlockRecord, penceLeft, SPOT } from './block.ts';
import type { Charge } from './charge.ts';
import { monthOfWeek, weekOfDay } from './iso-week.ts';
import type { Service } from './tariff.ts';

/**
 * One line of the ledger, of one commissioner and provider: weeks bought, used or expired. Every figure of a statement
 * is a sum of postings, and what was issued is kept as postings.
 */
export type Posting = Amount & {
  readonly kind: 'bought' | 'used' | 'expired';
  /** The month it belongs to, whenever it was issued. */
  readonly month: string;
  /** A block's id, or `spot`. */
  readonly account: string;
  readonly service: Service;
  /** Whose week it was; of use only. */
  readonly placement?: string | undefined;
};

/**
 * The ledger of one commissioner and provider up to the end of a day: the blocks bought, the weeks used by month,
 * account and placement, and what was left of the blocks that are over. Weeks expire in the month of the last week in
 * which they could be used.
 *
 * @param charges all of those blocks' and all those on the spot, up to that day
 */
export function postingsOf(
  blocks: readonly BlockRecord[],
  charges: readonly Charge[],
  cutOffDay: number,
): Posting[] {
  const used = charges.map(useOf);
  const usedOf = Map.groupBy(used, ({ account }) => account);
  const bought = blocks.filter(({ data }) => dayOf(data.boughtOn) <= cutOffDay).map(purchaseOf);
  const over = blocks.filter(({ data }) => dayOf(data.validTo) <= cutOffDay);
  const expired = over.map((block) => expiryOf(block, total(usedOf.get(block.id) ?? []).weeks));
  return merged([...bought, ...used, ...expired]);
}

/** The postings that, issued now, make what was issued equal to what is right. */
export function adjustments(right: readonly Posting[], issued: readonly Posting[]): Posting[] {
  return merged([...right, ...issued.map((posting) => ({ ...posting, ...less(NOTHING, posting) }))]);
}

/** Postings without a placement's name: what may be kept where nothing can be erased. */
export function withoutPlacements(postings: readonly Posting[]): Posting[] {
  return merged(postings.map(({ placement, ...posting }) => posting));
}

function purchaseOf({ id, data: { boughtOn, service, weeks, pricePence } }: BlockRecord): Posting {
  return { kind: 'bought', month: boughtOn.slice(0, 7), account: id, service, weeks, pence: pricePence };
}

function useOf({ used: { week, placement }, block, pence }: Charge): Posting {
  return {
    kind: 'used',
    month: monthOfWeek(week),
    account: block?.id ?? SPOT,
    service: placement.data.service,
    placement: placement.id,
    weeks: 1,
    pence,
  };
}

function expiryOf({ id, data }: BlockRecord, used: number): Posting {
  return {
    kind: 'expired',
    month: monthOfWeek(weekOfDay(dayOf(data.validTo))),
    account: id,
    service: data.service,
    weeks: data.weeks - used,
    pence: penceLeft(data, used),
  };
}

/** One posting for each month, kind, account, service and placement, in that order; none of nothing. */
function merged(postings: readonly Posting[]): Posting[] {
  return [...Map.groupBy(postings, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const amount = total([first, ...others]);
      return isNothing(amount) ? [] : [{ ...first, ...amount }];
    });
}

/** Codes have no spaces in them. */
function keyOf({ month, kind, account, service, placement = '' }: Posting): string {
  return `${month} ${kind} ${account} ${service} ${placement}`;
}
