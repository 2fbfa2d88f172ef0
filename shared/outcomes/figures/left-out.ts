import type { Counted } from '../computed.ts';
import { counted } from './counted.ts';

/** The units that were left out of a denominator, counted by each of `reasons`. */
export function leftOutFor<Reason extends string>(
  units: readonly { readonly who: string; readonly leftOut?: Reason | undefined }[],
  reasons: readonly Reason[],
): Record<string, Counted> {
  return Object.fromEntries(
    reasons.map((reason) => [reason, counted(units.filter(({ leftOut }) => leftOut === reason))]),
  );
}
