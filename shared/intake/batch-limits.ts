import { AppError } from '../platform/errors.ts';

/** The records of a batch. */
export const MOST_RECORDS = 1_000;

const MOST_BYTES = 4 * 1024 * 1024;

/** @throws AppError 413 `batch-too-large` */
export function checkBytes(bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  const detail =
    'A batch is 4 MB at most; nothing was stored. Send the records in several batches, or a whole month by POST /v1/uploads.';
  throw new AppError(413, 'batch-too-large', detail);
}

/** @throws AppError 413 `too-many-records` */
export function checkCount(records: number): void {
  if (records <= MOST_RECORDS) return;
  const detail =
    'A batch holds 1,000 records at most; nothing was stored. Send the records in several batches, or a whole month by POST /v1/uploads.';
  throw new AppError(413, 'too-many-records', detail);
}
