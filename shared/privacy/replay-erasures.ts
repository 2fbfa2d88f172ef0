import * as z from 'zod';
import { scanPages, type Table } from '../store/dynamo.ts';
import type { ErasureEvent } from '../store/erasure-ledger.ts';
import { type Erasure, isStanding, readErasure, writeErasure } from '../store/erasures.ts';
import type { RecordName } from '../store/held-records.ts';
import type { Person } from '../store/holdings.ts';
import { personOfPartition } from '../store/table.ts';
import type { TagOf } from './person-tags.ts';
import { removePerson } from './remove-person.ts';

/** What a replay did: how many erasures the ledger knows, and of how many people something was removed. */
export type Replayed = { readonly erasures: number; readonly people: number };

/**
 * Makes a table keep every erasure that the ledger knows, after it was restored to an earlier instant or a writer
 * crashed where an erasure had overtaken it: reads the whole table, finds by their tags the people who were erased,
 * and removes them. Repeated, it finds nothing more.
 *
 * Whom an erasure since lifted removed is removed, too, where the table has not seen that erasure; what was sent after
 * the lifting stays.
 *
 * @example await replayErasures(table, tagOf, await readErasureLedger(bucket))
 */
export async function replayErasures(
  table: Table,
  tagOf: TagOf,
  events: readonly ErasureEvent[],
): Promise<Replayed> {
  const byPerson = Map.groupBy(events, ({ provider, id }) => `${provider}#${id}`);
  const toRemove = new Set<string>();
  for (const ofPerson of byPerson.values()) {
    const removes = await takeOver(table, ofPerson);
    if (removes !== undefined) toRemove.add(removes);
  }
  const found = toRemove.size === 0 ? [] : await findPeople(table, tagOf, toRemove);
  for (const { person, tag, names } of found) await removePerson(table, person, tag, names);
  return { erasures: byPerson.size, people: found.length };
}

/** Brings the table's erasure to what the ledger says last; answers its id where there may be something to remove. */
async function takeOver(table: Table, events: readonly ErasureEvent[]): Promise<string | undefined> {
  const inOrder = events.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const erased = inOrder.findLast((event) => event.event === 'erased');
  const last = inOrder.at(-1);
  if (erased?.event !== 'erased' || last === undefined) return undefined;
  const { provider, id, client, sub, records, touched } = erased;
  const known = await readErasure(table, provider, id);
  const isNew = known === undefined || known.askedAt < erased.at;
  const state = last.event === 'lifted' ? 'lifted' : 'erased';
  const { personRef: _, write: __, ...kept }: Partial<Erasure> = known ?? {};
  if (isNew || known.state !== state) {
    await writeErasure(table, known, {
      ...kept,
      id,
      provider,
      state,
      askedAt: erased.at,
      erasedAt: kept.erasedAt ?? erased.at,
      ...(state === 'lifted' && { liftedAt: last.at }),
      client,
      sub,
      records,
      touched,
    });
  }
  return isNew || isStanding({ state }) ? id : undefined;
}

type Found = { readonly person: Person; readonly tag: string; readonly names: RecordName[] };

/** Everybody with one of these tags of whom anything is in the table, and the ids it is under. */
async function findPeople(table: Table, tagOf: TagOf, tags: ReadonlySet<string>): Promise<Found[]> {
  const tagged = new Map<string, string>();
  const found = new Map<string, Found>();
  for await (const items of scanPages(table)) {
    for (const item of items) {
      const { person, name } = readItem(item);
      if (person === undefined) continue;
      const key = `${person.provider}#${person.personRef}`;
      const tag = tagged.get(key) ?? (await tagOf(person));
      tagged.set(key, tag);
      if (!tags.has(tag)) continue;
      const entry = found.get(key) ?? { person, tag, names: [] };
      found.set(key, entry);
      if (name !== undefined) entry.names.push(name);
    }
  }
  return [...found.values()];
}

const itemSchema = z.object({
  PK: z.string(),
  SK: z.string(),
  type: z.string().optional(),
  id: z.string().optional(),
  provider: z.string().optional(),
  partition: z.string().optional(),
  data: z.object({ personRef: z.string().optional() }).optional(),
});

/** Whom an item is about: by where it is, where it leads to, or what it holds. */
function readItem(item: unknown): { readonly person?: Person | undefined; readonly name?: RecordName } {
  const { PK, type, id, provider, partition, data } = itemSchema.parse(item);
  if (partition !== undefined) return { person: personOfPartition(partition) };
  const here = personOfPartition(PK);
  if (here !== undefined || provider === undefined || data?.personRef === undefined) return { person: here };
  const person = { provider, personRef: data.personRef };
  return type === undefined || id === undefined ? { person } : { person, name: { type, id } };
}
