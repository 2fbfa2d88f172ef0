import { getItem, putItem, type Table } from './dynamo.ts';
import { removedByAgeKey } from './table.ts';

/**
 * Up to which date the placements ended of which some were removed by their age; undefined where none was. Months
 * that read placements from that date or before cannot be repeated.
 */
export async function readRemovedByAge(table: Table, commissioner: string): Promise<string | undefined> {
  const item = await getItem(table, removedByAgeKey(commissioner));
  return typeof item?.['endedOn'] === 'string' ? item['endedOn'] : undefined;
}

/** Notes that a placement that ended on a date is to be removed. */
export async function raiseRemovedByAge(table: Table, commissioner: string, endedOn: string): Promise<void> {
  const known = await readRemovedByAge(table, commissioner);
  if (known === undefined || known < endedOn)
    await putItem(table, { ...removedByAgeKey(commissioner), endedOn });
}
