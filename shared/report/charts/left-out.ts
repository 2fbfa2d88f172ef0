import { reasonOf } from '../absence.ts';
import type { Absent } from '../cells.ts';
import { listInWords } from '../list-in-words.ts';

const MOST = 5;

/**
 * What a drawing leaves out, by reason, as it is printed under it; undefined when it leaves out nothing. Many are
 * counted, not named: the table beside the drawing, or the workbook, has them.
 *
 * @param many what they are when they are many
 */
export function leftOutInWords(
  missing: readonly { what: string; absence: Absent }[],
  many = 'groups',
): string | undefined {
  const byReason = new Map<string, Set<string>>();
  for (const { what, absence } of missing) {
    const reason = reasonOf(absence);
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(what));
  }
  if (byReason.size === 0) return undefined;
  const parts = [...byReason].map(
    ([reason, what]) => `${what.size > MOST ? `${what.size} ${many}` : listInWords([...what])} (${reason})`,
  );
  return `Not drawn: ${parts.join('; ')}.`;
}
