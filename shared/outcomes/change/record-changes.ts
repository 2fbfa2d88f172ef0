import type { Moved } from '../document.ts';

/** The records a month is made of, each by its name (type, provider where ids of several meet, id), with its content. */
export type RecordContents = ReadonlyMap<string, string>;

/**
 * How many records of each type came, changed or went between two readings of a month. One to four are withheld: who
 * knows which figures moved would know whose records they were.
 *
 * @example recordChanges(before, now) // { session: { added: 12, amended: { state: 'suppressed' }, withdrawn: 0 } }
 */
export function recordChanges(before: RecordContents, now: RecordContents): Moved['records'] {
  const counts = new Map<string, { added: number; amended: number; withdrawn: number }>();
  const count = (name: string, what: 'added' | 'amended' | 'withdrawn'): void => {
    const type = name.slice(0, name.indexOf('#'));
    const known = counts.get(type) ?? { added: 0, amended: 0, withdrawn: 0 };
    counts.set(type, known);
    known[what] += 1;
  };
  for (const [name, content] of now) {
    const earlier = before.get(name);
    if (earlier === undefined) count(name, 'added');
    else if (earlier !== content) count(name, 'amended');
  }
  for (const name of before.keys()) if (!now.has(name)) count(name, 'withdrawn');
  return Object.fromEntries(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, { added, amended, withdrawn }]) => [
        type,
        { added: shown(added), amended: shown(amended), withdrawn: shown(withdrawn) },
      ]),
  );
}

function shown(count: number): number | { state: 'suppressed' } {
  return count >= 1 && count <= 4 ? { state: 'suppressed' } : count;
}
