import { queryAll, type Table } from './dynamo.ts';
import { locate } from './locate-record.ts';
import { readRecordItem, type RecordItem } from './record-item.ts';
import { historyPartition } from './table.ts';

/**
 * Every version of a record, oldest first, the withdrawn ones and the current one included; none when the id was
 * never sent. How a place was closed to move an id is no version that anybody sent.
 */
export async function readVersions(
  table: Table,
  provider: string,
  type: string,
  id: string,
): Promise<RecordItem[]> {
  const { current } = await locate(table, provider, type, id);
  const superseded = (await queryAll(table, { partition: historyPartition(provider, type, id) }))
    .map(readRecordItem)
    // Written by an amendment that is not finished, or that lost its race: the current one is still the same.
    .filter(({ version }) => version < (current?.version ?? Infinity));
  return [...superseded, ...(current === undefined ? [] : [current])].filter(({ moving }) => moving !== true);
}
