import * as z from 'zod';
import { block, type BlockRecord } from '../finance/block.ts';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import type { PutResult } from './put-record.ts';
import { type EntryChange, putVersion, type Stamp, stampSchema } from './put-version.ts';
import { registryPartition } from './table.ts';

/** A block as it is kept: its terms, which version they are, and who sent it when. */
export type BlockEntry = BlockRecord & Stamp;

const BLOCKS = registryPartition('blocks');

const itemSchema = z.object({ SK: z.string(), ...stampSchema.shape, data: block.schema });

/** The block of an id, or undefined. */
export async function readBlock(table: Table, id: string): Promise<BlockEntry | undefined> {
  const item = await getItem(table, { PK: BLOCKS, SK: id });
  return item && entryOf(item);
}

/**
 * The blocks of one commissioner by id, or of all. They are few, so that one Query reads them all.
 *
 * @example await readBlocks(table, 'northshire')
 */
export async function readBlocks(table: Table, commissioner?: string): Promise<BlockEntry[]> {
  const entries = (await queryAll(table, { partition: BLOCKS })).map(entryOf);
  return commissioner === undefined
    ? entries
    : entries.filter(({ data }) => data.commissioner === commissioner);
}

/**
 * Keeps a block under its id: new, as the next version, or as it was.
 *
 * @throws AppError 412 `version-conflict`, and what `change.admit` throws
 */
export function putBlock(
  table: Table,
  { id, data }: BlockRecord,
  change: EntryChange<BlockEntry>,
): Promise<PutResult> {
  return putVersion(
    {
      read: () => readBlock(table, id),
      write: (stamp, condition) => putItem(table, { PK: BLOCKS, SK: id, data, ...stamp }, condition),
    },
    data,
    change,
  );
}

function entryOf(item: unknown): BlockEntry {
  const { SK: id, ...entry } = itemSchema.parse(item);
  return { id, ...entry };
}
