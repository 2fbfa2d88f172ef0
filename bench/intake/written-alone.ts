import { readRecord } from '../../shared/intake/read-record.ts';
import { type Item, putItem, type Table } from '../../shared/store/dynamo.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { pointerItem, recordItem } from '../../shared/store/record-item.ts';
import type { Row } from './sent-rows.ts';

/** As many as a batch has under way. */
export const AT_ONCE = 16;

/** The floor of taking rows in: nothing but the conditional writes of what is stored of each. */
export const writtenAlone = (table: Table) => (rows: readonly Row[]) =>
  inParallel(AT_ONCE, rows, async (row) => {
    const { pointer, item } = itemsOf({ provider: 'floor' }, row);
    await putItem(table, pointer, 'absent');
    await putItem(table, item, 'absent');
  });

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
