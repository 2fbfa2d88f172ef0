import type { Counted } from '../computed.ts';
import { Tally } from './tally.ts';

/** How many units, and how many distinct people are behind them. */
export function counted(units: readonly { readonly who: string }[]): Counted {
  const tally = new Tally();
  for (const { who } of units) tally.add(who);
  return tally.counted();
}
