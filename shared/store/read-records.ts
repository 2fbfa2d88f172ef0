import * as z from 'zod';
import { queryAll, queryPage, type Table } from './dynamo.ts';
import { locate } from './locate-record.ts';
import { readRecordItem, type RecordItem } from './record-item.ts';
import { personPartition, recordsByChange, tableIndexes } from './table.ts';

/** The current version of a record, withdrawn ones included; undefined when there is none. */
export async function readRecord(
  table: Table,
  provider: string,
  type: string,
  id: string,
): Promise<RecordItem | undefined> {
  return (await locate(table, provider, type, id)).current;
}

/** The placements of a person that stand: what other records are checked against. */
export async function readPlacements(table: Table, provider: string, personRef: string) {
  const items = await queryAll(table, {
    partition: personPartition(provider, personRef),
    beginsWith: 'placement#',
  });
  return items
    .map(readRecordItem)
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ id, data }) => ({ id, ...datesSchema.parse(data) }));
}

const datesSchema = z.object({
  commissioner: z.string(),
  referredOn: z.string(),
  startsOn: z.string(),
  endedOn: z.string().optional(),
});

export type Changes = { readonly records: readonly RecordItem[]; readonly cursor?: string };

const PAGE_SIZE = 200;

/** How many pages of other kinds are passed over before an answer without records says where to go on. */
const MOST_PAGES = 10;

/**
 * What changed of one kind at a provider since an instant, oldest change first, withdrawn records included; a page
 * at a time, with a cursor while there may be more. A cursor is the last place looked at in the order of changes.
 */
export async function readChanges(
  table: Table,
  provider: string,
  type: string,
  { since = '', cursor }: { readonly since?: string; readonly cursor?: string | undefined },
): Promise<Changes> {
  const { byChange } = tableIndexes;
  const partition = recordsByChange(provider, '', '', '').GSI2PK;
  let after = cursor;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const place = after === undefined ? { from: since } : { after };
    const page = await queryPage(table, { index: byChange, partition, limit: PAGE_SIZE, ...place });
    after = page.next && String(page.items.at(-1)?.[byChange.sort]);
    const records = page.items.map(readRecordItem).filter((item) => item.type === type);
    if (after === undefined) return { records };
    if (records.length > 0) return { records, cursor: after };
  }
  return { records: [], ...(after !== undefined && { cursor: after }) };
}
