import {
  outcomeComputation,
  type OutcomeResult,
  type OutcomeSettings,
  readPlacementsEndedFrom,
} from '../outcomes/compute.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import { readPeople, readReflections, readUnattached } from '../store/read-people.ts';

/** A month's figures and what they were made of, with the tags of the people in them. */
export type ComputedMonth = OutcomeResult & { readonly tags: ReadonlySet<string> };

/**
 * Reads a commissioner's people as at an instant and computes the month, without those who are erased.
 *
 * @param erased the tags of those
 */
export async function computeMonth(
  table: Table,
  tagOf: TagOf,
  settings: OutcomeSettings,
  { asAt, erased }: { readonly asAt: string; readonly erased: ReadonlySet<string> },
): Promise<ComputedMonth> {
  const computation = outcomeComputation(settings);
  const tags = new Set<string>();
  const from = readPlacementsEndedFrom(settings.month);
  const reading = { commissioner: settings.commissioner.code, from, asAt };
  const providers = new Set<string>();
  for await (const person of readPeople(table, reading)) {
    providers.add(person.provider);
    const tag = await tagOf(person);
    if (erased.has(tag)) continue;
    tags.add(tag);
    computation.add(person);
  }
  const unattached = await readUnattached(table, reading);
  computation.addUnattached(unattached);
  for (const { provider } of unattached) providers.add(provider);
  for (const provider of [...providers].sort())
    computation.addReflections(await readReflections(table, { provider, asAt }));
  return { ...computation.conclude(), tags };
}
