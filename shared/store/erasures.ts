import * as z from 'zod';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { erasureKey, erasuresPartition } from './table.ts';

/** An issued revision of a pack, the measures of it that a person is counted in, and the erasure that found them. */
export const touchedSchema = z.object({
  commissioner: z.string(),
  month: z.string(),
  revision: z.int().min(1),
  measures: z.array(z.string()),
  /** When that erasure was asked for: a person may be erased, let in again and erased once more. */
  erasedAt: z.string(),
});

export type TouchedPack = z.infer<typeof touchedSchema>;

const erasureSchema = z.object({
  /** The keyed hash of provider and reference: whose it is, nobody can read from it. */
  id: z.string(),
  provider: z.string(),
  /**
   * `noted` before anything is removed, `removing` until nothing is left, `erased` from then on: all three stand
   * against new records. `lifted` lets records in again; what was erased stays so.
   */
  state: z.enum(['noted', 'removing', 'erased', 'lifted']),
  /** Until it is erased, while the reference is held beside it anyway: what was cut short is finished by it. */
  personRef: z.string().optional(),
  askedAt: z.string(),
  erasedAt: z.string().optional(),
  liftedAt: z.string().optional(),
  /** The client and the subject of the token that asked. */
  client: z.string(),
  sub: z.string(),
  /** How many records were there to remove, by type. */
  records: z.record(z.string(), z.int()),
  touched: z.array(touchedSchema),
  /** Counts the writes of this item; each is on the condition that no other came before. */
  write: z.int().min(1),
});

/** That a provider had a person erased, without saying whom. */
export type Erasure = z.infer<typeof erasureSchema>;

/** Whether it stands against records of its person. */
export function isStanding({ state }: Pick<Erasure, 'state'>): boolean {
  return state !== 'lifted';
}

/** Whether an erasure that was read still stands, and is not a later one of the same person. */
export async function stillStands(table: Table, { provider, id, askedAt }: Erasure): Promise<boolean> {
  const now = await readErasure(table, provider, id);
  return now !== undefined && isStanding(now) && now.askedAt === askedAt;
}

/** Whether it is written down and not finished. */
export function isUnderWay({ state }: Pick<Erasure, 'state'>): boolean {
  return state === 'noted' || state === 'removing';
}

/** The erasure of an id, lifted or not; as last written. */
export async function readErasure(table: Table, provider: string, id: string): Promise<Erasure | undefined> {
  const item = await getItem(table, erasureKey(provider, id));
  return item && erasureSchema.parse(item);
}

/** Every erasure of a provider's people, by id. */
export async function readErasures(table: Table, provider: string): Promise<Erasure[]> {
  const items = await queryAll(table, { partition: erasuresPartition(provider) });
  return items.map((item) => erasureSchema.parse(item));
}

/** Writes an erasure in place of the one that was read, or of none; undefined where another came before. */
export async function writeErasure(
  table: Table,
  before: Erasure | undefined,
  next: Omit<Erasure, 'write'>,
): Promise<Erasure | undefined> {
  const erasure = { ...next, write: (before?.write ?? 0) + 1 };
  const item = { ...erasureKey(next.provider, next.id), ...erasure };
  const written = await putItem(table, item, before === undefined ? 'absent' : { write: before.write });
  return written ? erasure : undefined;
}
