import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Table } from '../../shared/store/dynamo.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { timeOf } from '../compare.ts';
import type { Row } from './sent-rows.ts';
import { AT_ONCE, itemsOf } from './written-alone.ts';

const MOST_ITEMS = 25;

/**
 * What is stored of rows, made beforehand, written without conditions as many at a time as the store takes.
 *
 * @returns the milliseconds that the writes took
 */
export const writtenInBulk = (table: Table) => (rows: readonly Row[]) => {
  const items = rows.flatMap((row) => Object.values(itemsOf({ provider: 'written' }, row)));
  return timeOf(() => writeInBulk(table, items));
};

/** Writes items without conditions, as many at a time as the store takes. */
export async function writeInBulk(table: Table, items: readonly Item[]): Promise<void> {
  const groups = Array.from({ length: Math.ceil(items.length / MOST_ITEMS) }, (_, i) =>
    items.slice(i * MOST_ITEMS, (i + 1) * MOST_ITEMS),
  );
  await inParallel(AT_ONCE, groups, (group) =>
    table.client.send(
      new BatchWriteCommand({
        RequestItems: { [table.name]: group.map((Item) => ({ PutRequest: { Item } })) },
      }),
    ),
  );
}
