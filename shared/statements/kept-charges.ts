import { type BlockRecord, SPOT } from '../finance/block.ts';
import type { Charge } from '../finance/charge.ts';
import { mondayOf, weeksOfMonth } from '../finance/iso-week.ts';
import type { PlacementRecord } from '../finance/placement-weeks.ts';
import type { Posting } from '../finance/postings.ts';
import { dateOfDay } from '../records/london.ts';

/**
 * The weeks that were issued of placements nobody knows any more, as charges. Their people were erased, or their time
 * to be kept was over: what they used was used all the same, so nothing is adjusted and no block gets weeks back. All
 * that is known is the month, so all its weeks are charged to its first.
 *
 * @param unknown what was issued of one commissioner and provider on placements that are not known
 */
export function keptCharges(
  unknown: readonly Posting[],
  blocks: readonly BlockRecord[],
  between: { readonly commissioner: string; readonly provider: string },
): Charge[] {
  const blockOf = new Map(blocks.map((block) => [block.id, block]));
  const used = unknown.filter(({ kind }) => kind === 'used');
  const accounts = Map.groupBy(used, ({ month, account, service, placement }) =>
    [month, account, service, placement].join(' '),
  );
  return [...accounts.values()].flatMap((postings) => {
    const [first] = postings;
    const weeks = postings.reduce((sum, posting) => sum + posting.weeks, 0);
    const pence = postings.reduce((sum, posting) => sum + posting.pence, 0);
    const block = first === undefined ? undefined : blockOf.get(first.account);
    // A block that is not there any more has no balance to hold up.
    if (first === undefined || weeks <= 0 || (first.account !== SPOT && block === undefined)) return [];
    const week = weeksOfMonth(first.month).first;
    const placement = placementOf(first, week, between);
    return Array.from({ length: weeks }, (_, i): Charge => ({
      used: { week, placement, days: 0, attended: 0, flags: [] },
      block,
      pence: share(pence, weeks, i),
    }));
  });
}

/** The pence of the nth of so many weeks; together they are all of it. */
function share(pence: number, weeks: number, n: number): number {
  return Math.floor((pence * (n + 1)) / weeks) - Math.floor((pence * n) / weeks);
}

function placementOf(
  { account, service, placement = '' }: Posting,
  week: number,
  { commissioner, provider }: { readonly commissioner: string; readonly provider: string },
): PlacementRecord {
  const monday = dateOfDay(mondayOf(week));
  return {
    id: placement,
    provider,
    data: {
      personRef: placement,
      commissioner,
      service,
      startsOn: monday,
      plannedEndOn: monday,
      endedOn: monday,
      funding: account === SPOT ? 'spot' : 'block',
    },
  };
}
