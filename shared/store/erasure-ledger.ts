import * as z from 'zod';
import { touchedSchema } from './erasures.ts';
import { inParallel } from './in-parallel.ts';
import { type Bucket, listFiles, readFile, writeOnce } from './pack-files.ts';

const occasion = {
  schema: z.literal(1),
  provider: z.string(),
  /** The erasure's id: the person's tag. */
  id: z.string(),
  at: z.string(),
  client: z.string(),
  sub: z.string(),
};

const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    ...occasion,
    event: z.literal('erased'),
    records: z.record(z.string(), z.int()),
    touched: z.array(touchedSchema),
  }),
  z.strictObject({ ...occasion, event: z.literal('lifted') }),
]);

/** That a person was erased or the erasure lifted, as it is kept outside the table. */
export type ErasureEvent = z.infer<typeof eventSchema>;

/** What the keys of the ledger's files begin with. */
export const ERASURES_FOLDER = 'erasures/';
const AT_ONCE = 16;

/**
 * Keeps an event in the ledger: a file of its own beside the packs, so that a table that is restored to an earlier
 * instant can be told of the erasures since. It holds a tag, never a reference.
 */
export async function keepErasureEvent(bucket: Bucket, event: ErasureEvent): Promise<void> {
  const { provider, id, at } = event;
  const key = `${ERASURES_FOLDER}${provider}/${id}/${at.replaceAll(':', '')}-${event.event}.json`;
  await writeOnce(bucket, key, Buffer.from(`${JSON.stringify(event)}\n`));
}

/** Reads an event as it was kept. */
export function parseErasureEvent(bytes: Uint8Array): ErasureEvent {
  return eventSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** Every event of the ledger. */
export async function readErasureLedger(bucket: Bucket): Promise<ErasureEvent[]> {
  const keys = await listFiles(bucket, ERASURES_FOLDER);
  return inParallel(AT_ONCE, keys, async (key) => parseErasureEvent(await readFile(bucket, key)));
}
