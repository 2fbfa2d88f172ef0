import type { Claim } from '../finance/claim.ts';
import { isErasedId } from '../records/erased-id.ts';

/**
 * A claim without the ids of some placements: each is replaced by `erased-1`, `erased-2` … in the order of the lines,
 * those that were taken out before included, so that the same lines read the same in whatever order people went.
 * Weeks, rates and so the total stay.
 *
 * @example withoutPlacements(claim, new Set(['P-1'])).lines // [{ placement: 'erased-1', weeks: 4, ratePence: 27_900 }]
 */
export function withoutPlacements(claim: Claim, gone: ReadonlySet<string>): Claim {
  let markers = 0;
  const lines = claim.lines.map((line) => {
    if (!gone.has(line.placement) && !isErasedId(line.placement)) return line;
    markers += 1;
    return { ...line, placement: `erased-${markers}` };
  });
  return { ...claim, lines };
}
