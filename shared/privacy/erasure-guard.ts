import type { Table } from '../store/dynamo.ts';
import { isStanding, readErasure, stillStands } from '../store/erasures.ts';
import type { RecordName } from '../store/held-records.ts';
import { inParallel } from '../store/in-parallel.ts';
import type { TagOf } from './person-tags.ts';
import { personOfPartition } from '../store/table.ts';

/** A person that something is about to be written on, and under which ids. */
export type Written = { readonly personRef: string; readonly names: readonly RecordName[] };

/** What stands between a provider's erased people and whatever would be written on them. */
export type ErasureGuard = {
  /**
   * Of these people those who are erased, or were since they were asked about first, with the id of the erasure. What
   * an earlier attempt may have left of theirs when it crashed is removed on the way.
   */
  readonly erasedOf: (people: readonly Written[]) => Promise<ReadonlyMap<string, string>>;
  /**
   * Does work that writes on people and looks again after it, also when it fails: what was written of somebody who
   * was erased in the meantime is removed. Answers who they are. The work says which other places it came by, since
   * an id that moves is written about where it was, too.
   */
  readonly watch: <Result>(
    people: readonly Written[],
    work: (visits: (partition: string) => void) => Promise<Result>,
  ) => Promise<{ readonly result: Result; readonly erased: ReadonlyMap<string, string> }>;
};

const AT_ONCE = 16;

/**
 * The guard of one provider's people. An erasure is written down before anything is removed, and a writer looks for
 * one before it writes and again after it: either the erasure finds what was written, or the writer finds the erasure.
 */
export function erasureGuard(table: Table, tagOf: TagOf, provider: string): ErasureGuard {
  /** When the last erasure was asked for, as it was first seen, of each person. */
  const askedFor = new Map<string, string | undefined>();

  const erasedOf: ErasureGuard['erasedOf'] = async (people) => {
    const found = await inParallel(AT_ONCE, people, async ({ personRef, names }) => {
      const person = { provider, personRef };
      const tag = await tagOf(person);
      const erasure = await readErasure(table, provider, tag);
      if (!askedFor.has(personRef)) askedFor.set(personRef, erasure?.askedAt);
      if (erasure === undefined) return [];
      // What was written before they were erased and let in again is gone, too.
      if (!isStanding(erasure))
        return erasure.askedAt === askedFor.get(personRef) ? [] : [[personRef, tag] as const];
      // Before anything is removed it is still being found out what the person is counted in.
      if (erasure.state !== 'noted') {
        const goesOn = () => stillStands(table, erasure);
        // It knows all that is held on a person; hardly anybody who writes is ever to remove it.
        const { removePerson } = await import('./remove-person.ts');
        await removePerson(table, person, tagOf, { alsoUnder: names, goesOn });
      }
      return [[personRef, tag] as const];
    });
    return new Map(found.flat());
  };

  return {
    erasedOf,
    watch: async (people, work) => {
      const visited = new Set<string>();
      const [outcome] = await Promise.allSettled([work((partition) => visited.add(partition))]);
      const names = people.flatMap((person) => person.names);
      const others = [...visited]
        .flatMap((partition) => personOfPartition(partition) ?? [])
        .filter(({ personRef }) => !people.some((person) => person.personRef === personRef))
        .map(({ personRef }) => ({ personRef, names }));
      const erased = await erasedOf([...people, ...others]);
      if (outcome.status === 'rejected') throw outcome.reason;
      return { result: outcome.value, erased };
    },
  };
}
