import { deleteItem, scanPages, type Table } from '../../shared/store/dynamo.ts';

/**
 * Removes the items whose time is over, as DynamoDB does by itself within a few days.
 *
 * @param attribute the one that says when, in seconds since 1970; an item without it stays
 * @returns how many
 */
export async function expireItems(table: Table, attribute: string, now: Date): Promise<number> {
  let removed = 0;
  for await (const page of scanPages(table)) {
    for (const { PK, SK, [attribute]: expires } of page) {
      if (typeof expires !== 'number' || expires * 1000 > now.getTime()) continue;
      // On the condition that it was not written anew meanwhile.
      if (await deleteItem(table, { PK: String(PK), SK: String(SK) }, { [attribute]: expires })) removed += 1;
    }
  }
  return removed;
}
