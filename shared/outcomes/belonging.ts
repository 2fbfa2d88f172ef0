import type { Placed } from './placed.ts';
import { BELONGING_DAYS } from './settings.ts';

/** What a record says itself about where it belongs. */
export type Named = { readonly placement?: string | undefined; readonly commissioner?: string | undefined };

/**
 * The placement that a record of `day` belongs to, so that each record is in one commissioner's pack: the one it
 * names; else the one open on its date (day programme before aftercare, later start first); else the one that ended
 * last before it, if within 365 days; else none. A record that names a commissioner belongs to that one's
 * placements alone. `placements` are in order (`inOrder`).
 */
export function belongsTo(placements: readonly Placed[], day: number, named: Named = {}): Placed | undefined {
  let open: Placed | undefined;
  let past: Placed | undefined;
  for (const candidate of placements) {
    if (named.commissioner !== undefined && candidate.data.commissioner !== named.commissioner) continue;
    if (candidate.id === named.placement) return candidate;
    if (candidate.startDay > day) continue;
    if (candidate.endDay >= day) {
      if (open === undefined || comesBefore(candidate, open)) open = candidate;
    } else if (candidate.endDay >= day - BELONGING_DAYS && candidate.endDay >= (past?.endDay ?? -Infinity)) {
      past = candidate;
    }
  }
  return open ?? past;
}

/** `candidate` starts no earlier than `other`, which stands before it in the order. */
function comesBefore(candidate: Placed, other: Placed): boolean {
  return candidate.data.service === 'day-programme' || other.data.service === 'aftercare';
}
