import { isUnderWay, readErasures } from '../store/erasures.ts';
import { type ErasureParts, finishErasure } from './erase-person.ts';

/** An erasure that was begun by a request is over by then: no function runs that long. */
const CUT_SHORT_MS = 15 * 60_000;

/**
 * Finishes erasures that a crash cut short; one that fails does not keep the others, and is thrown at the end.
 *
 * @param longestMs how long ago they were asked for at least; others may still be under way
 * @returns how many there were
 */
export async function finishErasures(
  parts: ErasureParts,
  providers: readonly string[],
  longestMs = CUT_SHORT_MS,
): Promise<number> {
  const latest = new Date(parts.now().getTime() - longestMs).toISOString();
  const found = (await Promise.all(providers.map((provider) => readErasures(parts.table, provider)))).flat();
  const cutShort = found.filter((erasure) => isUnderWay(erasure) && erasure.askedAt <= latest);
  const failures: unknown[] = [];
  for (const erasure of cutShort)
    await finishErasure(parts, erasure).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return cutShort.length;
}
