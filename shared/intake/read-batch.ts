import * as z from 'zod';
import { AppError } from '../platform/errors.ts';
import { recordTypeNames } from '../records/registry.ts';
import { checkBytes, checkCount, MOST_RECORDS } from './batch-limits.ts';
import { type Entry, entryOf } from './entry.ts';
import { issuesOf } from './issues.ts';
import { readNdjson } from './read-ndjson.ts';

const options = {
  mode: z.enum(['commit', 'validate']).default('commit'),
  atomic: z.enum(['none', 'all']).default('none'),
};

const batchSchema = z.strictObject({ ...options, records: z.array(z.unknown()).min(1) });
const linesSchema = z.object(options);
const csvSchema = z.object({ ...options, type: z.enum(recordTypeNames) });

/** Records sent together, and what is to be done with them. */
export type Batch = {
  readonly mode: 'commit' | 'validate';
  readonly atomic: 'none' | 'all';
  readonly entries: readonly Entry[];
};

/** What was sent as a batch: JSON that was read, or the bytes of another kind with what the query says of them. */
type SentBatch = {
  readonly body: unknown;
  readonly sent: { readonly media: string; readonly bytes: Uint8Array };
  readonly query: Readonly<Record<string, string | undefined>>;
};

type Reader = (bytes: Uint8Array, query: SentBatch['query']) => Promise<Batch>;

const readers = new Map<string, Reader>([
  ['application/x-ndjson', readLines],
  ['text/csv', readRows],
]);

/** The content types of a batch besides JSON. */
export const batchMedia: readonly string[] = [...readers.keys()];

/**
 * Reads a batch. What is wrong with one record is told with its result, so that every entry has one; here is refused
 * what is no batch at all.
 *
 * @throws AppError 413 `batch-too-large` or `too-many-records`, 422 `invalid-batch` or `not-utf8`, and what
 *   `readCsvBatch` throws
 */
export async function readBatch({ body, sent: { media, bytes }, query }: SentBatch): Promise<Batch> {
  checkBytes(bytes.length);
  const reader = readers.get(media);
  const batch = reader === undefined ? readJson(body, query) : await reader(bytes, query);
  if (batch.entries.length === 0) {
    throw invalid([{ field: '', code: 'required', message: 'send at least one record' }]);
  }
  checkCount(batch.entries.length);
  return batch;
}

function readJson(body: unknown, query: SentBatch['query']): Batch {
  // Whoever asks for a rehearsal must not be heard wrongly.
  const misplaced = Object.keys(options).filter((name) => query[name] !== undefined);
  if (misplaced.length > 0) {
    const message = 'of a batch in JSON this stands in the body, beside the records';
    throw invalid(misplaced.map((field) => ({ field, code: 'misplaced', message })));
  }
  const { records, ...asked } = parsed(batchSchema, body);
  return { ...asked, entries: records.map(entryOf) };
}

async function readLines(bytes: Uint8Array, query: SentBatch['query']): Promise<Batch> {
  const asked = parsed(linesSchema, query);
  return Promise.resolve({ ...asked, entries: readNdjson(bytes) });
}

async function readRows(bytes: Uint8Array, query: SentBatch['query']): Promise<Batch> {
  const { type, ...asked } = parsed(csvSchema, query);
  // Loaded where there is a CSV, so that a start with any other batch does without.
  const { readCsvBatch } = await import('./read-csv-batch.ts');
  return { ...asked, entries: await readCsvBatch(bytes, type, MOST_RECORDS + 1) };
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw invalid(issuesOf(error.issues, value));
  return data;
}

function invalid(issues: AppError['issues']): AppError {
  return new AppError(422, 'invalid-batch', 'This is no batch of records; nothing was stored.', { issues });
}
