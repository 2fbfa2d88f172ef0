import type { ApiClient, SentRecord } from '../api-client.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';

export type Submitted = {
  readonly accepted: number;
  readonly refused: number;
  /** What was wrong with the first refused record, in the interface's words. */
  readonly firstRefusal: string | undefined;
};

/** A batch may hold 1,000 records and 4 MB; smaller ones show progress sooner. */
const MOST_RECORDS = 250;
const MOST_BYTES = 3_900_000;
const AT_ONCE = 3;

/**
 * Sends records in batches, a few at a time: order among them must not matter.
 *
 * @param onBatch - told after each batch how many records it had
 * @example await submitInBatches(client, placements, (records) => bar.advance(records))
 */
export async function submitInBatches(
  client: Pick<ApiClient, 'submitBatch'>,
  records: readonly SentRecord[],
  onBatch: (records: number) => void,
): Promise<Submitted> {
  const answers = await inParallel(AT_ONCE, batchesOf(records), async (batch) => {
    const { results } = await client.submitBatch(batch);
    onBatch(batch.length);
    return results;
  });
  const results = answers.flat();
  const refused = results.filter(({ outcome }) => outcome === 'rejected');
  const [first] = refused;
  const why = (first?.errors ?? []).map(({ field, code }) => `${field} ${code}`).join(', ');
  return {
    accepted: results.length - refused.length,
    refused: refused.length,
    firstRefusal: first && `${first.type ?? ''} ${first.id ?? ''}: ${why}`,
  };
}

/** Cuts records into batches within both limits, in order. */
export function batchesOf(
  records: readonly SentRecord[],
  mostRecords = MOST_RECORDS,
  mostBytes = MOST_BYTES,
): SentRecord[][] {
  const batches: SentRecord[][] = [];
  let batch: SentRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = Buffer.byteLength(JSON.stringify(record)) + 1;
    if (batch.length === mostRecords || (batch.length > 0 && bytes + size > mostBytes)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
