import { SPOT } from './block.ts';
import type { ClaimRecord } from './claim.ts';
import type { Charge } from './charge.ts';
import { monthOfWeek } from './iso-week.ts';

type ClaimLine = { readonly claim: string; readonly weeks: number; readonly ratePence: number };

/** What was used and what was claimed of one placement, in one month, in one block or on the spot. */
export type UsedAndClaimed = {
  readonly provider: string;
  readonly commissioner: string;
  readonly month: string;
  /** A block's id, or `spot`. */
  readonly account: string;
  readonly placement: string;
  readonly charges: readonly Charge[];
  readonly claimLines: readonly ClaimLine[];
  /** What the same placement used in the same month in other accounts. */
  readonly elsewhere: readonly Charge[];
};

/** Usage and claims brought together, by provider, commissioner, month, account and placement. */
export function usedAndClaimed(charges: readonly Charge[], claims: readonly ClaimRecord[]): UsedAndClaimed[] {
  const placements = new Map<string, OfPlacement>();
  const ofPlacement = (provider: string, placement: string): OfPlacement => {
    const name = `${provider} ${placement}`;
    const known = placements.get(name) ?? { provider, placement, accounts: [] };
    placements.set(name, known);
    return known;
  };
  for (const [{ provider, id, data }, used] of Map.groupBy(charges, (charge) => charge.used.placement)) {
    const { accounts } = ofPlacement(provider, id);
    for (const charge of used) {
      const month = monthOfWeek(charge.used.week);
      accountOf(accounts, data.commissioner, month, charge.block?.id ?? SPOT).charges.push(charge);
    }
  }
  for (const { id: claim, data } of claims) {
    for (const { placement, weeks, ratePence } of data.lines) {
      const { accounts } = ofPlacement(data.provider, placement);
      const account = accountOf(accounts, data.commissioner, data.month, data.block);
      account.claimLines.push({ claim, weeks, ratePence });
    }
  }
  return inOrder([...placements.values()].sort(byPlacement).flatMap(withElsewhere));
}

type Account = {
  readonly commissioner: string;
  readonly month: string;
  readonly account: string;
  readonly charges: Charge[];
  readonly claimLines: ClaimLine[];
};

/** A placement has a few accounts a month, and its weeks come month by month: the one meant is among the last. */
type OfPlacement = { readonly provider: string; readonly placement: string; readonly accounts: Account[] };

function accountOf(accounts: Account[], commissioner: string, month: string, account: string): Account {
  const known = accounts.findLast(
    (each) => each.month === month && each.account === account && each.commissioner === commissioner,
  );
  if (known !== undefined) return known;
  const made = { commissioner, month, account, charges: [], claimLines: [] };
  accounts.push(made);
  return made;
}

function withElsewhere({ provider, placement, accounts }: OfPlacement): UsedAndClaimed[] {
  return accounts.map((own) => {
    const { commissioner, month, account, charges, claimLines } = own;
    const elsewhere = accounts
      .filter((other) => other !== own && other.month === month && other.commissioner === commissioner)
      .flatMap((other) => other.charges);
    return { provider, commissioner, month, account, placement, charges, claimLines, elsewhere };
  });
}

function byPlacement(a: OfPlacement, b: OfPlacement): number {
  return a.placement < b.placement ? -1 : 1;
}

/** What is in order of placements, by provider, commissioner, month and account: there are far fewer of those. */
function inOrder(compared: readonly UsedAndClaimed[]): UsedAndClaimed[] {
  return [...Map.groupBy(compared, accountKeyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofAccount]) => ofAccount);
}

/** Codes have no spaces in them. */
function accountKeyOf({ provider, commissioner, month, account }: UsedAndClaimed): string {
  return `${provider} ${commissioner} ${month} ${account}`;
}
