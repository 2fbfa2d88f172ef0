import { readRecord } from '../../shared/intake/read-record.ts';
import { type Item, putItem, type Table } from '../../shared/store/dynamo.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { pointerItem, recordItem } from '../../shared/store/record-item.ts';
import { timeOf } from '../compare.ts';
import type { Row } from './sent-rows.ts';

/** As many as a batch has under way. */
export const AT_ONCE = 16;

/**
 * The floor of taking rows in: nothing but the conditional writes of what is stored of each, which is made beforehand.
 *
 * @returns the milliseconds that the writes took
 */
export const writtenAlone = (table: Table) => (rows: readonly Row[]) => {
  const stored = rows.map((row) => itemsOf({ provider: 'floor' }, row));
  return timeOf(() =>
    inParallel(AT_ONCE, stored, async ({ pointer, item }) => {
      await putItem(table, pointer, 'absent');
      await putItem(table, item, 'absent');
    }),
  );
};

/** Who sent a row, and when it came in: now, where nothing is said. */
export type Whose = { readonly provider: string; readonly recordedAt?: string };

/** What is stored of a row: the record and the pointer to it. */
export function itemsOf(
  { provider, recordedAt = new Date().toISOString() }: Whose,
  { type, id, value }: Row,
): { item: Item; pointer: Item } {
  const { record } = readRecord(type, id, value);
  if (record === undefined) throw new Error('the benchmark made a record that is none');
  const stamp = { version: 1, recordedAt, client: 'c' };
  const item = recordItem(provider, record, stamp);
  return { item, pointer: pointerItem(item, 0) };
}
