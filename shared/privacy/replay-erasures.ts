import * as z from 'zod';
import { londonDate } from '../records/london.ts';
import { scanPages, type Table } from '../store/dynamo.ts';
import type { ErasureEvent } from '../store/erasure-ledger.ts';
import { type Erasure, readErasure, stillStands, writeErasure } from '../store/erasures.ts';
import type { RecordName } from '../store/held-records.ts';
import { type Person, readHoldings } from '../store/holdings.ts';
import { personOfPartition } from '../store/table.ts';
import { keepUses } from './erased-placements.ts';
import { auditErasureEvent } from './erasure-audit.ts';
import type { TagOf } from './person-tags.ts';
import { removePerson } from './remove-person.ts';

/** What a replay did: how many erasures the ledger knows, and of how many people something was removed. */
export type Replayed = { readonly erasures: number; readonly people: number };

/**
 * Makes a table keep every erasure that the ledger knows, after it was restored to an earlier instant or a writer
 * crashed where an erasure had overtaken it: reads the whole table, finds by their tags the people who were erased,
 * and removes them. Repeated, it finds nothing more. What the table knows better than the ledger stays as it is.
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
  const standing = new Map<string, Erasure>();
  for (const ofPerson of byPerson.values()) {
    const erasure = await takeOver(table, ofPerson);
    if (erasure !== undefined) standing.set(erasure.id, erasure);
  }
  const found = standing.size === 0 ? [] : await findPeople(table, tagOf, new Set(standing.keys()));
  for (const { person, tag, names } of found) {
    const erasure = standing.get(tag);
    const goesOn = async () => erasure !== undefined && (await stillStands(table, erasure));
    if (erasure !== undefined && (await goesOn())) {
      const { places } = await readHoldings(table, person, names);
      const { askedAt } = erasure;
      await keepUses(table, tagOf, { person, places }, { date: londonDate(askedAt), reason: askedAt });
    }
    await removePerson(table, person, tagOf, { alsoUnder: names, goesOn });
  }
  for (const ofPerson of byPerson.values()) await settle(table, ofPerson);
  return { erasures: byPerson.size, people: found.length };
}

/**
 * Lets an erasure that the table has not seen stand in it, until it is settled; answers it, or the one that stands
 * there already. An erasure that the table is working on, or has seen a later one of, is its own affair.
 */
async function takeOver(table: Table, events: readonly ErasureEvent[]): Promise<Erasure | undefined> {
  const erased = lastErased(events);
  if (erased === undefined) return undefined;
  const { provider, id, client, sub, records, touched, at: askedAt } = erased;
  const known = await readErasure(table, provider, id);
  if (known !== undefined && known.askedAt >= askedAt) return isReplayed(known) ? known : undefined;
  const before = known?.touched ?? touched.filter(({ erasedAt }) => erasedAt !== askedAt);
  const all = [...before, ...touched.filter(({ erasedAt }) => erasedAt === askedAt)];
  await audit(table, events);
  const next = { id, provider, state: 'removing', askedAt, client, sub, records, touched: all } as const;
  return writeErasure(table, known, next);
}

/** Ends what was taken over as the ledger ends: erased, or lifted since. */
async function settle(table: Table, events: readonly ErasureEvent[]): Promise<void> {
  const erased = lastErased(events);
  if (erased === undefined) return;
  const { provider, id, at } = erased;
  const known = await readErasure(table, provider, id);
  if (known?.askedAt !== at || !isReplayed(known)) return;
  const lifted = events.find((event) => event.event === 'lifted' && event.at > at);
  if (lifted !== undefined) {
    await audit(table, events);
    await writeErasure(table, known, { ...known, state: 'lifted', liftedAt: lifted.at });
  } else if (known.state !== 'erased')
    await writeErasure(table, known, { ...known, state: 'erased', erasedAt: at });
}

/** The audit of a restored table does not have what happened since. */
async function audit(table: Table, events: readonly ErasureEvent[]): Promise<void> {
  for (const event of events) await auditErasureEvent(table, event);
}

/** Whether it is done, or a replay's to do: what that began holds no reference, unlike what a request did. */
function isReplayed({ state, personRef }: Erasure): boolean {
  return state === 'erased' || (state === 'removing' && personRef === undefined);
}

function lastErased(events: readonly ErasureEvent[]) {
  return events
    .flatMap((event) => (event.event === 'erased' ? [event] : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
}

type Found = { readonly person: Person; readonly tag: string; readonly names: RecordName[] };

/** Everybody with one of these tags of whom anything is in the table, and the ids it is under. */
async function findPeople(table: Table, tagOf: TagOf, tags: ReadonlySet<string>): Promise<Found[]> {
  const tagged = new Map<string, string>();
  const found = new Map<string, Found>();
  for await (const items of scanPages(table)) {
    for (const item of items) {
      for (const { person, name } of peopleOf(item)) {
        const key = `${person.provider}#${person.personRef}`;
        const tag = tagged.get(key) ?? (await tagOf(person));
        tagged.set(key, tag);
        if (!tags.has(tag)) continue;
        const entry = found.get(key) ?? { person, tag, names: [] };
        found.set(key, entry);
        if (name !== undefined) entry.names.push(name);
      }
    }
  }
  return [...found.values()];
}

const dataSchema = z.object({ personRef: z.string().optional() });
const itemSchema = z.object({
  PK: z.string(),
  SK: z.string(),
  type: z.string().optional(),
  id: z.string().optional(),
  provider: z.string().optional(),
  partition: z.string().optional(),
  data: dataSchema.optional(),
  /** Of a batch that is being stored. */
  records: z
    .array(z.object({ data: dataSchema }))
    .optional()
    .catch(undefined),
});

type Named = { readonly person: Person; readonly name?: RecordName };

/** Whom an item is about: by where it is, where it leads to, or what it holds. */
function peopleOf(item: unknown): readonly Named[] {
  const { PK, type, id, provider, partition, data, records = [] } = itemSchema.parse(item);
  const placed = personOfPartition(partition ?? PK);
  if (placed !== undefined) return [{ person: placed }];
  if (partition !== undefined || provider === undefined) return [];
  const refs = [data, ...records.map((record) => record.data)].flatMap((each) => each?.personRef ?? []);
  const name = type === undefined || id === undefined ? {} : { name: { type, id } };
  return [...new Set(refs)].map((personRef) => ({ person: { provider, personRef }, ...name }));
}
