import * as z from 'zod';
import { AppError } from '../platform/errors.ts';
import { checkBytes, checkCount } from './batch-limits.ts';
import { type Entry, entryOf } from './entry.ts';
import { issuesOf } from './issues.ts';
import { readNdjson } from './read-ndjson.ts';

const options = {
  mode: z.enum(['commit', 'validate']).default('commit'),
  atomic: z.enum(['none', 'all']).default('none'),
};

const batchSchema = z.strictObject({ ...options, records: z.array(z.unknown()).min(1) });
const querySchema = z.object(options);

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

const readers = new Map<string, (bytes: Uint8Array) => readonly Entry[]>([
  ['application/x-ndjson', readNdjson],
]);

/** The content types of a batch besides JSON. */
export const batchMedia: readonly string[] = [...readers.keys()];

/**
 * Reads a batch. What is wrong with one record is told with its result, so that every entry has one; here is refused
 * what is no batch at all.
 *
 * @throws AppError 413 `batch-too-large` or `too-many-records`, 422 `invalid-batch`, 400 `not-utf-8`
 */
export function readBatch({ body, sent: { media, bytes }, query }: SentBatch): Batch {
  checkBytes(bytes.length);
  const reader = readers.get(media);
  if (reader === undefined) return readJsonBatch(body, query);
  const asked = parsed(querySchema, query);
  const entries = reader(bytes);
  if (entries.length === 0)
    throw invalid([{ field: '', code: 'required', message: 'send at least one record' }]);
  checkCount(entries.length);
  return { ...asked, entries };
}

function readJsonBatch(body: unknown, query: SentBatch['query']): Batch {
  // Whoever asks for a rehearsal must not be heard wrongly.
  const misplaced = Object.keys(options).filter((name) => query[name] !== undefined);
  if (misplaced.length > 0) {
    const message = 'of a batch in JSON this stands in the body, beside the records';
    throw invalid(misplaced.map((field) => ({ field, code: 'misplaced', message })));
  }
  const { records, ...asked } = parsed(batchSchema, body);
  checkCount(records.length);
  return { ...asked, entries: records.map(entryOf) };
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw invalid(issuesOf(error.issues, value));
  return data;
}

function invalid(issues: AppError['issues']): AppError {
  return new AppError(422, 'invalid-batch', 'This is no batch of records; nothing was stored.', { issues });
}
