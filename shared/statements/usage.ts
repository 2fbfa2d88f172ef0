import type { Charge } from '../finance/charge.ts';
import { drawDown } from '../finance/drawdown.ts';
import { monthOfWeek } from '../finance/iso-week.ts';
import { placementWeeks } from '../finance/placement-weeks.ts';
import { poolErased } from '../finance/pool-erased.ts';
import { reconcile, type ReconciliationLine } from '../finance/reconcile.ts';
import { dayOf } from '../records/london.ts';
import type { AccountOfProvider, IssuedMonth } from './account.ts';

/** What was used of one provider by a commissioner's people up to a London date: every placement week, charged once. */
export function usageOf(
  { people, blocks }: AccountOfProvider,
  commissioner: string,
  today: string,
): Charge[] {
  const weeks = people.flatMap((person) => placementWeeks(person, dayOf(today)));
  return drawDown(weeks, blocks).filter(
    ({ used: { placement } }) => placement.data.commissioner === commissioner,
  );
}

/** The claims of some months against what was used in them, placement by placement. */
export function monthLines(
  { people, blocks, claims: allClaims }: AccountOfProvider,
  usage: readonly Charge[],
  months: ReadonlySet<string>,
): ReconciliationLine[] {
  const { charges, claims } = poolErased({
    charges: usage.filter(({ used }) => months.has(monthOfWeek(used.week))),
    claims: allClaims.filter(({ data }) => months.has(data.month)),
  });
  return reconcile({ blocks, placements: people.flatMap((person) => person.placements), charges, claims });
}

/** What was issued, by the ids of the placements that are held; of others the tags stay. */
export function issuedById({ issued, placementByTag }: AccountOfProvider): IssuedMonth[] {
  return issued.map(({ postings, ...statement }) => ({
    ...statement,
    postings: postings.map((posting) => {
      const { placement = '' } = posting;
      const id = placementByTag.get(placement);
      return id === undefined ? posting : { ...posting, placement: id };
    }),
  }));
}
