import * as z from 'zod';
import type { RecordTypeName } from '../records/registry.ts';
import { typeNamed } from '../records/registry.ts';
import { deleteItem, putItem, queryAll, queryPages, type Table } from './dynamo.ts';
import { readRecordItem, type RecordItem } from './record-item.ts';
import { receiptKey, receiptsOfMonth, receiptsPartition, recordsByChange, tableIndexes } from './table.ts';

const declarationSchema = z.object({
  type: z.string().refine((type): type is RecordTypeName => typeNamed(type) !== undefined),
  declaredAt: z.string(),
  /** The client that said so. */
  client: z.string(),
});

/** That a provider has nothing of a type to send for a month. It is lifted by a record, whatever it says here. */
export type Declaration = z.infer<typeof declarationSchema>;

/** Which month of which provider. */
type Month = { readonly provider: string; readonly month: string };

/** What was declared for a month. */
export async function readDeclarations(table: Table, { provider, month }: Month): Promise<Declaration[]> {
  const partition = receiptsPartition(provider);
  const items = await queryAll(table, { partition, beginsWith: receiptsOfMonth(month) });
  return items.map((item) => declarationSchema.parse(item));
}

/** Keeps a declaration; the same again is as the first. */
export async function declareNothing(
  table: Table,
  { provider, month }: Month,
  declaration: Declaration,
): Promise<void> {
  await putItem(table, { ...receiptKey(provider, month, declaration.type), ...declaration }, 'absent');
}

/** Takes a declaration back. */
export async function takeBackNothing(
  table: Table,
  { provider, month }: Month,
  type: RecordTypeName,
): Promise<void> {
  await deleteItem(table, receiptKey(provider, month, type));
}

/** A provider's records as they stand whose last change arrived from an instant on, withdrawn ones too, oldest first. */
export async function* readArrivals(
  table: Table,
  provider: string,
  from: string,
): AsyncGenerator<readonly RecordItem[]> {
  const partition = recordsByChange(provider, '', '', '').GSI2PK;
  for await (const page of queryPages(table, { index: tableIndexes.byChange, partition, from }))
    yield page.map(readRecordItem);
}
