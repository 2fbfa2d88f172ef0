import * as z from 'zod';
import { AppError } from '../platform/errors.ts';
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
  referredOn: z.string(),
  startsOn: z.string(),
  endedOn: z.string().optional(),
});

export type Changes = { readonly records: readonly RecordItem[]; readonly cursor?: string };

const PAGE_SIZE = 200;

/**
 * What changed of one kind at a provider since an instant, oldest change first, withdrawn records included; a page
 * at a time, with a cursor while there may be more.
 *
 * @throws AppError 400 `invalid-cursor`
 */
export async function readChanges(
  table: Table,
  provider: string,
  type: string,
  { since = '', cursor }: { readonly since?: string; readonly cursor?: string | undefined },
): Promise<Changes> {
  const partition = recordsByChange(provider, '', '', '').GSI2PK;
  const page = await queryPage(table, {
    index: tableIndexes.byChange,
    partition,
    from: since,
    limit: PAGE_SIZE,
    ...(cursor !== undefined && { after: readCursor(cursor, partition) }),
  });
  const records = page.items.map(readRecordItem).filter((item) => item.type === type);
  return {
    records,
    ...(page.next && { cursor: Buffer.from(JSON.stringify(page.next)).toString('base64url') }),
  };
}

const cursorSchema = z.strictObject({
  PK: z.string(),
  SK: z.string(),
  GSI2PK: z.string(),
  GSI2SK: z.string(),
});

/** A cursor is the last key of a page; one of another provider's is none at all. */
function readCursor(cursor: string, partition: string): z.infer<typeof cursorSchema> {
  const key = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!key.success || key.data.GSI2PK !== partition) {
    throw new AppError(
      400,
      'invalid-cursor',
      'Send the cursor of the page before, or leave it out to begin anew.',
    );
  }
  return key.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
