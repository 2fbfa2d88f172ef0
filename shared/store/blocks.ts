import * as z from 'zod';
import { block, type BlockRecord } from '../finance/block.ts';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import type { PutResult } from './put-record.ts';
import {
  type EntryChange,
  type Place,
  putVersion,
  type Stamp,
  stampSchema,
  withdrawVersion,
} from './put-version.ts';
import { registryPartition } from './table.ts';

/** A block as it is kept: its terms, which version they are, who sent it when, and whether it was withdrawn. */
export type BlockEntry = BlockRecord & Stamp;

const BLOCKS = registryPartition('blocks');

const itemSchema = z.object({ SK: z.string(), ...stampSchema.shape, data: block.schema });

/** The block of an id, which may be withdrawn, or undefined. */
export async function readBlock(table: Table, id: string): Promise<BlockEntry | undefined> {
  const item = await getItem(table, { PK: BLOCKS, SK: id });
  return item && entryOf(item);
}

/**
 * The blocks of one commissioner by id, or of all, without those that were withdrawn.
 *
 * @example await readBlocks(table, 'northshire')
 */
export async function readBlocks(table: Table, commissioner?: string): Promise<BlockEntry[]> {
  return (await readAllBlocks(table, commissioner)).filter(({ withdrawn }) => withdrawn === undefined);
}

/** The same with those that were withdrawn. They are few, so that one Query reads them all. */
export async function readAllBlocks(table: Table, commissioner?: string): Promise<BlockEntry[]> {
  const entries = (await queryAll(table, { partition: BLOCKS })).map(entryOf);
  return commissioner === undefined
    ? entries
    : entries.filter(({ data }) => data.commissioner === commissioner);
}

/**
 * Keeps a block under its id: new or again, as the next version, or as it was.
 *
 * @throws AppError 412 `version-conflict`, and what `change.admit` throws
 */
export function putBlock(
  table: Table,
  { id, data }: BlockRecord,
  change: EntryChange<BlockEntry>,
): Promise<PutResult> {
  return putVersion(placeOf(table, id), data, change);
}

/**
 * Withdraws the block of an id, which keeps its place and its terms.
 *
 * @throws AppError 412 `version-conflict`, and what `change.admit` throws
 */
export function withdrawBlock(
  table: Table,
  id: string,
  change: EntryChange<BlockEntry>,
): Promise<{ readonly version: number } | 'absent'> {
  return withdrawVersion(placeOf(table, id), change);
}

/** Where the block of an id is read and written. */
const placeOf = (table: Table, id: string): Place<BlockEntry> => ({
  read: () => readBlock(table, id),
  write: (next, condition) => putItem(table, { PK: BLOCKS, SK: id, ...next }, condition),
});

function entryOf(item: unknown): BlockEntry {
  const { SK: id, ...entry } = itemSchema.parse(item);
  return { id, ...entry };
}
