import { AppError } from '../platform/errors.ts';
import { londonDate } from '../records/london.ts';
import type { Table } from '../store/dynamo.ts';
import { type ErasureEvent, keepErasureEvent } from '../store/erasure-ledger.ts';
import {
  type Erasure,
  isStanding,
  isUnderWay,
  readErasure,
  type TouchedPack,
  writeErasure,
} from '../store/erasures.ts';
import { type Holdings, isNothing, type Person, readHoldings } from '../store/holdings.ts';
import type { Bucket } from '../store/pack-files.ts';
import { keepUses } from './erased-placements.ts';
import { auditErasureEvent } from './erasure-audit.ts';
import type { TagOf } from './person-tags.ts';
import { removePerson } from './remove-person.ts';
import { touchedPacks } from './touched-packs.ts';

/** Where erasures are written down and carried out. */
export type ErasureParts = {
  readonly table: Table;
  /** Where the ledger is kept. */
  readonly bucket: Bucket;
  readonly tagOf: TagOf;
  readonly now: () => Date;
};

/** Who asks. */
export type Asker = { readonly clientId: string; readonly sub: string };

const MOST_RACES = 12;

/**
 * Erases a person. What they are counted in is found first and written down with the erasure, then in the ledger,
 * then everything is removed. From the moment that it is written down no record of them is taken in and no run
 * counts them, so that whatever a crash leaves is finished by asking again or by the sweep, and is in no figure.
 *
 * Looked at twice, before the erasure is written down and after it: a run that claims a revision meanwhile either
 * sees the erasure and leaves the person out, or is seen here.
 *
 * @returns undefined when nothing is or was held on such a person
 * @throws AppError 503 `erasure-cut-short`, after which it can be asked for again
 */
export async function erasePerson(
  parts: ErasureParts,
  person: Person,
  asker: Asker,
): Promise<Erasure | undefined> {
  const { table, tagOf, now } = parts;
  const { provider, personRef } = person;
  const id = await tagOf(person);
  const held = await readHoldings(table, person);
  const earlier = await readErasure(table, provider, id);
  if (isNothing(held) && (earlier === undefined || earlier.state === 'lifted')) return undefined;
  const askedAt = after(earlier?.liftedAt, now());
  const touched = await touchedBy(table, held, { id, askedAt });
  const noted = await amend(table, { provider, id }, (before) =>
    before !== undefined && isStanding(before)
      ? before
      : {
          id,
          provider,
          state: 'noted',
          personRef,
          askedAt,
          client: asker.clientId,
          sub: asker.sub,
          records: {},
          touched: merged(before?.touched ?? [], touched),
        },
  );
  if (noted.state === 'erased') await removePerson(table, person, tagOf);
  return finishErasure(parts, noted);
}

/** Carries out an erasure that was written down; one that is finished already stays as it is. */
export async function finishErasure(parts: ErasureParts, noted: Erasure): Promise<Erasure> {
  const { table, bucket, tagOf, now } = parts;
  const { id, provider, personRef, askedAt } = noted;
  if (!isUnderWay(noted) || personRef === undefined) return noted;
  const person = { provider, personRef };
  const held = await readHoldings(table, person);
  const touched = await touchedBy(table, held, { id, askedAt });
  // Once something may have been removed, what is left does not tell what was used.
  if (noted.state === 'noted')
    await keepUses(
      table,
      tagOf,
      { person, places: held.places },
      { date: londonDate(askedAt), reason: askedAt },
    );
  const removing = await amend(table, noted, (before = noted) =>
    before.state === 'noted'
      ? {
          ...before,
          state: 'removing',
          records: countByType(held),
          touched: merged(before.touched, touched),
        }
      : before,
  );
  const event = eventOf(removing);
  await keepErasureEvent(bucket, event);
  await removePerson(table, person, tagOf);
  await auditErasureEvent(table, event);
  return amend(table, noted, (before = noted) => {
    if (before.state !== 'removing') return before;
    const { personRef: _, ...nameless } = before;
    return { ...nameless, state: 'erased', erasedAt: after(askedAt, now()) };
  });
}

/** Rewrites an erasure until no other write comes between; what the change leaves as it is is not written. */
async function amend(
  table: Table,
  { provider, id }: Pick<Erasure, 'provider' | 'id'>,
  change: (before: Erasure | undefined) => Erasure | Omit<Erasure, 'write'>,
): Promise<Erasure> {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const before = await readErasure(table, provider, id);
    const next = change(before);
    if (before !== undefined && next === before) return before;
    const written = await writeErasure(table, before, next);
    if (written !== undefined) return written;
  }
  throw new AppError(503, 'erasure-cut-short', 'This erasure is asked for by others, too; repeat it.');
}

/** An instant that is later than an earlier one, whatever the clock did: the order of events decides what holds. */
export function after(earlier: string | undefined, now: Date): string {
  const least = earlier === undefined ? 0 : Date.parse(earlier) + 1;
  return new Date(Math.max(now.getTime(), least)).toISOString();
}

async function touchedBy(
  table: Table,
  held: Holdings,
  { id, askedAt: erasedAt }: Pick<Erasure, 'id' | 'askedAt'>,
): Promise<TouchedPack[]> {
  return (await touchedPacks(table, held, id)).map((pack) => ({ ...pack, erasedAt }));
}

/** One entry a revision and erasure; what was found before part of the records were gone stays found. */
function merged(known: readonly TouchedPack[], found: readonly TouchedPack[]): TouchedPack[] {
  const byPack = new Map<string, TouchedPack>();
  for (const pack of [...known, ...found]) {
    const { commissioner, month, revision, erasedAt } = pack;
    const name = [commissioner, month, String(revision).padStart(6, '0'), erasedAt].join('#');
    const measures = [...new Set([...(byPack.get(name)?.measures ?? []), ...pack.measures])];
    byPack.set(name, { ...pack, measures });
  }
  return [...byPack].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pack]) => pack);
}

/** Every id that was in use counts once, withdrawn ones included. */
function countByType({ places }: Holdings): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type, moving } of places) {
    if (moving !== true) counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

/** What the ledger keeps of it; repeated, it is under the same name. */
function eventOf({ provider, id, askedAt, client, sub, records, touched }: Erasure): ErasureEvent {
  return { schema: 1, event: 'erased', provider, id, at: askedAt, client, sub, records, touched };
}
