import { isFew } from '../disclosure/audit/few.ts';
import { SUPPRESSED } from '../disclosure/rule.ts';
import type { Count, Moved } from '../document.ts';

/** Counts the records that came, changed or went between two readings of them. */
export type ChangeCount = {
  /** Lines of a month's input, `type#…#id#content`: two with the same name are the same record. */
  readonly compare: (before: readonly string[], now: readonly string[]) => void;
  readonly conclude: () => Moved['records'];
};

type Counts = { added: number; amended: number; withdrawn: number };

/**
 * Begins a count of records by type. One to four of a sort are withheld: who knows which figures moved would know
 * whose records they were.
 *
 * @example
 * const count = changeCount();
 * count.compare(['session#S-1#old'], ['session#S-1#new']);
 * count.conclude() // { session: { added: 0, amended: { state: 'suppressed' }, withdrawn: 0 } }
 */
export function changeCount(): ChangeCount {
  const byType = new Map<string, Counts>();
  const count = (name: string, what: keyof Counts): void => {
    const type = name.slice(0, name.indexOf('#'));
    const known = byType.get(type) ?? { added: 0, amended: 0, withdrawn: 0 };
    byType.set(type, known);
    known[what] += 1;
  };
  return {
    compare: (before, now) => {
      const earlier = contentsOf(before);
      for (const [name, content] of contentsOf(now)) {
        const known = earlier.get(name);
        if (known === undefined) count(name, 'added');
        else if (known !== content) count(name, 'amended');
        earlier.delete(name);
      }
      for (const name of earlier.keys()) count(name, 'withdrawn');
    },
    conclude: () =>
      Object.fromEntries(
        [...byType]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([type, { added, amended, withdrawn }]) => [
            type,
            { added: shown(added), amended: shown(amended), withdrawn: shown(withdrawn) },
          ]),
      ),
  };
}

/**
 * By everything before the last `#`: ids have none. A placement's and a lapse's content begins behind the id, and a
 * report that was issued is all name: there may be several on one placement.
 */
function contentsOf(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.map((line) => {
      if (line.startsWith('report#')) return [line, ''];
      const end = line.startsWith('placement#')
        ? line.indexOf('#', 'placement#'.length)
        : line.startsWith('lapse#')
          ? line.indexOf('#', 'lapse#'.length)
          : line.lastIndexOf('#');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

function shown(count: number): Count {
  return isFew(count) ? SUPPRESSED : count;
}
