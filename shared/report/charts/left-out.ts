import { reasonOf } from '../absence.ts';
import type { Absent } from '../cells.ts';
import { listInWords } from '../list-in-words.ts';

const MOST = 5;

/**
 * What a drawing leaves out, by reason, as it is printed under it; undefined when it leaves out nothing. Many are
 * counted, not named, where the table beside the drawing has them.
 *
 * @param most so many are named
 */
export function leftOutInWords(
  missing: readonly { what: string; absence: Absent }[],
  most = MOST,
): string | undefined {
  const byReason = new Map<string, Set<string>>();
  for (const { what, absence } of missing) {
    const reason = reasonOf(absence);
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(what));
  }
  if (byReason.size === 0) return undefined;
  const parts = [...byReason].map(
    ([reason, what]) => `${what.size > most ? `${what.size} groups` : listInWords([...what])} (${reason})`,
  );
  return `Not drawn: ${parts.join('; ')}.`;
}
