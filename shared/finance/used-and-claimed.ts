import { SPOT } from './block.ts';
import type { ClaimRecord } from './claim.ts';
import type { Charge } from './drawdown.ts';
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

type Account = { readonly charges: Charge[]; readonly claimLines: ClaimLine[] };

/** Usage and claims brought together, by provider, commissioner, month, account and placement. */
export function usedAndClaimed(charges: readonly Charge[], claims: readonly ClaimRecord[]): UsedAndClaimed[] {
  const months = new Map<string, PlacementMonth>();
  const accountOf = (of: Omit<PlacementMonth, 'accounts'>, name: string) => {
    const month = entry(months, `${of.provider} ${of.commissioner} ${of.month} ${of.placement}`, () => ({
      ...of,
      accounts: new Map<string, Account>(),
    }));
    return entry(month.accounts, name, (): Account => ({ charges: [], claimLines: [] }));
  };
  for (const charge of charges) {
    const { week, placement } = charge.used;
    const { provider, id, data } = placement;
    const of = { provider, commissioner: data.commissioner, month: monthOfWeek(week), placement: id };
    accountOf(of, charge.block?.id ?? SPOT).charges.push(charge);
  }
  for (const { id: claim, data } of claims) {
    const { provider, commissioner, month, block } = data;
    for (const { placement, weeks, ratePence } of data.lines) {
      const of = { provider, commissioner, month, placement };
      accountOf(of, block).claimLines.push({ claim, weeks, ratePence });
    }
  }
  return [...months.values()]
    .flatMap(accountsOf)
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

type PlacementMonth = {
  readonly provider: string;
  readonly commissioner: string;
  readonly month: string;
  readonly placement: string;
  readonly accounts: Map<string, Account>;
};

function accountsOf({ accounts, ...of }: PlacementMonth): UsedAndClaimed[] {
  return Array.from(accounts, ([account, { charges, claimLines }]) => {
    const others = accounts.size === 1 ? [] : [...accounts].filter(([name]) => name !== account);
    return { ...of, account, charges, claimLines, elsewhere: others.flatMap(([, other]) => other.charges) };
  });
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Codes have no spaces in them. */
function keyOf({ provider, commissioner, month, account, placement }: UsedAndClaimed): string {
  return `${provider} ${commissioner} ${month} ${account} ${placement}`;
}
