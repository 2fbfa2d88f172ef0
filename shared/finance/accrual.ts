import { type Amount, total } from './amount.ts';
import { SPOT } from './block.ts';
import type { ClaimRecord } from './claim.ts';
import type { Charge } from './charge.ts';
import { monthOfWeek } from './iso-week.ts';
import { poolErased } from './pool-erased.ts';

/** What was used in a month and is owed, but was not claimed. */
export type AccruedMonth = Amount & { readonly month: string };

/**
 * What is to be accrued for claims that are missing: of one commissioner and provider, month by month, the weeks used
 * on the spot that nobody has claimed. Of a placement's weeks in a month the first are those that were claimed. Block
 * weeks are none: the block was invoiced when it was bought.
 *
 * @param used in order of their weeks
 */
export function accrual(used: readonly Charge[], claimsSoFar: readonly ClaimRecord[]): AccruedMonth[] {
  const { charges, claims } = poolErased({ charges: used, claims: claimsSoFar });
  const claimed = new Map<string, number>();
  for (const { data } of claims) {
    if (data.block !== SPOT) continue;
    for (const { placement, weeks } of data.lines) {
      const key = `${data.month} ${placement}`;
      claimed.set(key, (claimed.get(key) ?? 0) + weeks);
    }
  }
  const missing = charges
    .filter(({ block }) => block === undefined)
    .map(({ used, pence }) => ({
      month: monthOfWeek(used.week),
      placement: used.placement.id,
      weeks: 1,
      pence,
    }))
    .filter(({ month, placement }) => {
      const key = `${month} ${placement}`;
      const left = claimed.get(key) ?? 0;
      claimed.set(key, left - 1);
      return left <= 0;
    });
  return [...Map.groupBy(missing, ({ month }) => month)].map(([month, weeks]) => ({
    month,
    ...total(weeks),
  }));
}
