import * as z from 'zod';
import { AppError } from '../platform/errors.ts';
import { issuesOf } from './issues.ts';

const MOST_RECORDS = 1_000;
const MOST_BYTES = 4 * 1024 * 1024;

const batchSchema = z.strictObject({
  mode: z.enum(['commit', 'validate']).default('commit'),
  atomic: z.enum(['none', 'all']).default('none'),
  records: z.array(z.unknown()).min(1),
});

const entrySchema = z.looseObject({ type: z.string().catch(''), id: z.unknown() });

/**
 * Reads the JSON of a batch. An entry that is no object with a type is kept as one that will be refused, so that
 * every entry has its result under its own index.
 *
 * @throws AppError 413 `batch-too-large` or `too-many-records`, 422 `invalid-batch`
 */
export function readBatch(body: unknown, bytes: number) {
  if (bytes > MOST_BYTES) {
    throw new AppError(
      413,
      'batch-too-large',
      'A batch is 4 MB at most; nothing was stored. Send it in parts.',
    );
  }
  const batch = batchSchema.safeParse(body);
  if (!batch.success) {
    const issues = issuesOf(batch.error.issues, body);
    throw new AppError(422, 'invalid-batch', 'This is no batch of records; nothing was stored.', { issues });
  }
  if (batch.data.records.length > MOST_RECORDS) {
    const detail =
      'A batch holds 1,000 records at most; nothing was stored. Send the records in several batches.';
    throw new AppError(413, 'too-many-records', detail);
  }
  return { ...batch.data, records: batch.data.records.map(readEntry) };
}

function readEntry(entry: unknown) {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return { type: '', id: undefined, value: entry };
  const { type, id, ...value } = parsed.data;
  return { type, id, value };
}
