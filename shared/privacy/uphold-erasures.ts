import type { ErasureEvent } from '../store/erasure-ledger.ts';
import { readCodes } from '../store/registries.ts';
import type { ErasureParts } from './erase-person.ts';
import { finishErasures } from './finish-erasures.ts';
import { type Replayed, replayErasures } from './replay-erasures.ts';

/** What was done, and how many erasures a crash had left unfinished. */
type Upheld = Replayed & { readonly finished: number };

/**
 * Brings every erasure of a table that nobody else works on to its end, and makes the table keep those of a ledger.
 *
 * @param readEvents asked once the table's own are finished, which are in the ledger from then on
 */
export async function upholdErasures(
  parts: ErasureParts,
  readEvents: () => Promise<readonly ErasureEvent[]>,
): Promise<Upheld> {
  const { table, tagOf } = parts;
  const finished = await finishErasures(parts, await readCodes(table, 'providers'), 0);
  return { finished, ...(await replayErasures(table, tagOf, await readEvents())) };
}
