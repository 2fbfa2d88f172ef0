import type { Counted } from '../computed.ts';
import { Tally } from './tally.ts';

/** The units that were left out of a denominator, counted by each of `reasons`. */
export function leftOutFor<Reason extends string>(
  units: readonly { readonly who: string; readonly leftOut?: Reason | undefined }[],
  reasons: readonly Reason[],
): Record<string, Counted> {
  const tallies = new Map(reasons.map((reason) => [reason, new Tally()]));
  for (const { who, leftOut } of units) if (leftOut !== undefined) tallies.get(leftOut)?.add(who);
  return Object.fromEntries([...tallies].map(([reason, tally]) => [reason, tally.counted()]));
}
