import * as z from 'zod';
import { getItem, type Table } from './dynamo.ts';
import { readRecordItem, type RecordItem } from './record-item.ts';
import { type Key, placeOf, pointerKey } from './table.ts';

/** Where an id points and what is there. */
export type Located = {
  /** The partition of the record; undefined when the id was never sent. */
  readonly partition: string | undefined;
  /** The last version before this place was pointed at: above 0 where a withdrawn id was sent for someone else. */
  readonly base: number;
  /** The current version, withdrawn ones included; undefined while only the pointer was written. */
  readonly current: RecordItem | undefined;
};

const pointerSchema = z.object({ partition: z.string(), base: z.int().min(0) });

/** Follows a provider's id to its record: two reads. */
export async function locate(table: Table, provider: string, type: string, id: string): Promise<Located> {
  const item = await getItem(table, pointerKey(provider, type, id));
  if (item === undefined) return { partition: undefined, base: 0, current: undefined };
  const { partition, base } = pointerSchema.parse(item);
  const current = await readPlace(table, placeOf(partition, { provider, type, id }));
  return { partition, base, current };
}

/** What is kept at a place, withdrawn or not. */
export async function readPlace(table: Table, place: Key): Promise<RecordItem | undefined> {
  const item = await getItem(table, place);
  return item && readRecordItem(item);
}
