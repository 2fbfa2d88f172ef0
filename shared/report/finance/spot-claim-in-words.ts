import { formatPounds } from '../../render/format.ts';
import { SPOT } from './account-name.ts';
import type { MonthFindings } from './findings.ts';

/** What of a month's claims on the spot is to be queried, and what is still to be claimed: whole pence. */
export type SpotClaim = { readonly claimed: number; readonly query: number; readonly notClaimed: number };

/** By finding: what is claimed more than it was used is queried, what is claimed less of is not claimed. */
export function spotClaimOf({ accounts }: MonthFindings): SpotClaim | undefined {
  const spot = accounts.find(({ account }) => account === SPOT);
  if (spot === undefined) return undefined;
  const differences = spot.findings.map(({ used, claimed }) => claimed.pence - used.pence);
  const sum = (sign: 1 | -1) => differences.reduce((all, pence) => all + Math.max(0, sign * pence), 0);
  return { claimed: spot.all.claimed.pence, query: sum(1), notClaimed: sum(-1) };
}

/**
 * What to query of the month's claims on the spot, in one sentence or two.
 *
 * @example spotClaimInWords(month) // 'Of £3,069.00 claimed on the spot, query £558.00: it is more than was used.'
 */
export function spotClaimInWords(month: MonthFindings): string[] {
  const spot = spotClaimOf(month);
  if (spot === undefined) return [];
  return [
    [
      queryInWords(spot),
      ...(spot.notClaimed === 0
        ? []
        : [`${formatPounds(spot.notClaimed)} was used on the spot and is not claimed.`]),
    ].join(' '),
  ];
}

function queryInWords({ claimed, query }: SpotClaim): string {
  if (claimed === 0) return 'Nothing is claimed on the spot.';
  if (query === 0)
    return `Of ${formatPounds(claimed)} claimed on the spot nothing is to be queried: none of it is more than was used.`;
  return `Of ${formatPounds(claimed)} claimed on the spot, query ${formatPounds(query)}: it is more than was used.`;
}
