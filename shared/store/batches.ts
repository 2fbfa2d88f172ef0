import * as z from 'zod';
import { deleteItem, getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { inParallel } from './in-parallel.ts';
import { partsOf } from './parts-of.ts';
import { batchesPartition, batchKey, batchPartKey } from './table.ts';

/** An item is 400 KB at most, and JSON is longer than what is counted of it. */
const MOST_OF_PART = 300_000;

const AT_ONCE = 8;

const recordSchema = z.object({ type: z.string(), id: z.string(), data: z.record(z.string(), z.unknown()) });

/** A record of a batch, checked when the batch was accepted. */
export type BatchRecord = z.infer<typeof recordSchema>;

const batchSchema = z.object({
  provider: z.string(),
  /** The hash of its records. */
  content: z.string(),
  batchId: z.string(),
  client: z.string(),
  acceptedAt: z.string(),
  state: z.literal('applying'),
  parts: z.int(),
});

/** A batch that was accepted whole and may not be stored whole yet. */
export type AcceptedBatch = z.infer<typeof batchSchema>;

const partSchema = z.object({
  PK: z.string(),
  SK: z.string(),
  provider: z.string(),
  content: z.string(),
  batchId: z.string(),
  keptAt: z.string(),
  part: z.int(),
  /** Counts the writes of this item: an erasure takes records out of it. */
  write: z.int(),
  records: z.array(recordSchema),
});

/** Some of the records of a batch. */
export type BatchPart = z.infer<typeof partSchema>;

/** What of a provider's batches is kept. */
export type KeptBatches = {
  readonly batches: readonly AcceptedBatch[];
  readonly parts: readonly BatchPart[];
};

/** The batch of this content that is being stored, if there is one. */
export async function readBatch(
  table: Table,
  provider: string,
  content: string,
): Promise<AcceptedBatch | undefined> {
  const item = await getItem(table, batchKey(provider, content));
  return item && batchSchema.parse(item);
}

/**
 * Keeps a batch before anything of it is stored: its parts first, then itself, from when on it will be stored whole.
 * Of two of the same content the first stands.
 */
export async function keepBatch(
  table: Table,
  batch: Omit<AcceptedBatch, 'state' | 'parts'>,
  records: readonly BatchRecord[],
): Promise<AcceptedBatch> {
  const { provider, content, batchId, acceptedAt: keptAt } = batch;
  const earlier = await readBatch(table, provider, content);
  if (earlier !== undefined) return earlier;
  const parts = partsOf(records, (record) => JSON.stringify(record).length, MOST_OF_PART);
  await inParallel(AT_ONCE, parts, (ofPart, part) =>
    putItem(table, {
      ...batchPartKey(provider, content, batchId, part),
      ...{ provider, content, batchId, keptAt, part, write: 1, records: ofPart },
    }),
  );
  const kept = { ...batch, state: 'applying' as const, parts: parts.length };
  if (await putItem(table, { ...batchKey(provider, content), ...kept }, 'absent')) return kept;
  await removeParts(table, kept);
  return (await readBatch(table, provider, content)) ?? kept;
}

/** Forgets a batch that was stored whole. Parts that a crash leaves are found by the sweep. */
export async function endBatch(table: Table, batch: AcceptedBatch): Promise<void> {
  const { provider, content, batchId } = batch;
  await deleteItem(table, batchKey(provider, content), { batchId });
  await removeParts(table, batch);
}

/** Every batch of a provider that is being stored, and every part, also those that belong to none. */
export async function readBatches(table: Table, provider: string): Promise<KeptBatches> {
  const items = await queryAll(table, { partition: batchesPartition(provider) });
  const isPart = (item: Record<string, unknown>) => 'records' in item;
  return {
    batches: items.filter((item) => !isPart(item)).map((item) => batchSchema.parse(item)),
    parts: items.filter(isPart).map((item) => partSchema.parse(item)),
  };
}

/** Takes records out of a part; one that was removed or rewritten by others meanwhile is left to the next look. */
export async function rewritePart(
  table: Table,
  part: BatchPart,
  records: readonly BatchRecord[],
): Promise<void> {
  await putItem(table, { ...part, write: part.write + 1, records }, { write: part.write });
}

/** Removes a part. */
export async function removePart(table: Table, { PK, SK }: BatchPart): Promise<void> {
  await deleteItem(table, { PK, SK });
}

async function removeParts(
  table: Table,
  { provider, content, batchId, parts }: AcceptedBatch,
): Promise<void> {
  const numbers = Array.from({ length: parts }, (_, part) => part);
  await inParallel(AT_ONCE, numbers, (part) =>
    deleteItem(table, batchPartKey(provider, content, batchId, part)),
  );
}
