import { type Amount, total } from './amount.ts';
import { SPOT } from './block.ts';
import type { Posting } from './postings.ts';

/** What some postings come to. */
export type Totals = {
  readonly bought: Amount;
  /** Used from blocks. */
  readonly drawn: Amount;
  /** Used on the spot. */
  readonly spot: Amount;
  readonly expired: Amount;
  /** What was bought and what was used on the spot: weeks drawn from a block create no debt. */
  readonly duePence: number;
};

/** The sums of postings, adjustments among them. */
export function totalsOf(postings: readonly Posting[]): Totals {
  const of = Map.groupBy(postings, ({ kind, account }) => {
    if (kind !== 'used') return kind;
    return account === SPOT ? 'spot' : 'drawn';
  });
  const sum = (kind: 'bought' | 'drawn' | 'spot' | 'expired') => total(of.get(kind) ?? []);
  const bought = sum('bought');
  const spot = sum('spot');
  return { bought, drawn: sum('drawn'), spot, expired: sum('expired'), duePence: bought.pence + spot.pence };
}
