import { queryPages, type Table } from './dynamo.ts';
import { historyPartition } from './table.ts';

/**
 * The version of a record that was current at an instant: the item itself when it was recorded by then, else the
 * newest superseded version that was; undefined when the record did not exist yet.
 */
export async function versionAsAt(
  table: Table,
  item: Readonly<Record<string, unknown>>,
  asAt: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (String(item['recordedAt']) <= asAt) return item;
  const partition = historyPartition(String(item['provider']), String(item['type']), String(item['id']));
  for await (const versions of queryPages(table, { partition, descending: true })) {
    const version = versions.find(({ recordedAt }) => String(recordedAt) <= asAt);
    if (version !== undefined) return version;
  }
  return undefined;
}
