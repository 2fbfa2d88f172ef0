import type { Moved } from '../outcomes/document.ts';
import { readPlacementsEndedFrom } from '../outcomes/compute.ts';
import { monthChanges } from '../outcomes/month-input.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import { readPeopleBetween, readReflections, readUnattached } from '../store/read-people.ts';

/**
 * How many of the records that a commissioner's month is made of came, changed or went between two instants; those of
 * people who are erased are in neither.
 */
export async function recordsBetween(
  table: Table,
  tagOf: TagOf,
  { commissioner, month }: { readonly commissioner: string; readonly month: string },
  {
    since,
    asAt,
    erased,
  }: { readonly since: string; readonly asAt: string; readonly erased: ReadonlySet<string> },
): Promise<Moved['records']> {
  const changes = monthChanges(commissioner, month);
  const reading = { commissioner, from: readPlacementsEndedFrom(month), asAt };
  const providers = new Set<string>();
  for await (const person of readPeopleBetween(table, { ...reading, since })) {
    providers.add(person.now.provider);
    if (!erased.has(await tagOf(person.now))) changes.addPerson(person);
  }
  const unattached = {
    before: await readUnattached(table, { ...reading, asAt: since }),
    now: await readUnattached(table, reading),
  };
  changes.addUnattached(unattached);
  for (const { provider } of [...unattached.before, ...unattached.now]) providers.add(provider);
  for (const provider of [...providers].sort()) {
    changes.addReflections({
      before: await readReflections(table, { provider, asAt: since }),
      now: await readReflections(table, { provider, asAt }),
    });
  }
  return changes.conclude();
}
