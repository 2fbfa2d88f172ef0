import type { Charge } from '../finance/charge.ts';
import { drawDown } from '../finance/drawdown.ts';
import { monthOfWeek } from '../finance/iso-week.ts';
import { placementWeeks } from '../finance/placement-weeks.ts';
import type { Posting } from '../finance/postings.ts';
import { reconcile, type ReconciliationLine } from '../finance/reconcile.ts';
import { dayOf } from '../records/london.ts';
import type { AccountOfProvider, IssuedMonth } from './account.ts';
import { keptCharges } from './kept-charges.ts';

/** Every placement week up to a day, charged once, and what was issued so far. */
export type Usage = {
  readonly charges: readonly Charge[];
  /** Those among the charges that stand for placements nobody knows any more. */
  readonly kept: readonly Charge[];
  /** The final statements so far, with the ids of the placements that are known. */
  readonly known: readonly IssuedMonth[];
};

/** What was used of one provider by a commissioner's people up to a London date. */
export function usageOf(account: AccountOfProvider, commissioner: string, today: string): Usage {
  const { people, blocks } = account;
  const { known, kept } = issuedByNow(account, commissioner);
  const weeks = people.flatMap((person) => placementWeeks(person, dayOf(today)));
  const charges = drawDown(weeks, blocks, undefined, kept);
  return {
    charges: charges.filter(({ used: { placement } }) => placement.data.commissioner === commissioner),
    kept,
    known,
  };
}

/** A month's claims against what was used in it, placement by placement. */
export function monthLines(
  { people, blocks, claims }: AccountOfProvider,
  { charges, kept }: Pick<Usage, 'charges' | 'kept'>,
  month: string,
): ReconciliationLine[] {
  const nobodys = new Set(kept);
  return reconcile({
    blocks,
    placements: people.flatMap((person) => person.placements),
    charges: charges.filter((charge) => monthOfWeek(charge.used.week) === month && !nobodys.has(charge)),
    claims: claims.filter(({ data }) => data.month === month),
  });
}

/** What was issued, by the ids of placements that are known; and what stands of those that are not. */
function issuedByNow(account: AccountOfProvider, commissioner: string) {
  const idOf = ({ placement }: Posting) =>
    placement === undefined ? undefined : account.placementByTag.get(placement);
  const known: IssuedMonth[] = account.issued.map(({ month, postings }) => ({
    month,
    postings: postings.map((posting) => ({ ...posting, placement: idOf(posting) ?? posting.placement })),
  }));
  const unknown = account.issued
    .flatMap(({ postings }) => postings)
    .filter((posting) => posting.placement !== undefined && idOf(posting) === undefined);
  return { known, kept: keptCharges(unknown, account.blocks, { commissioner, provider: account.provider }) };
}
