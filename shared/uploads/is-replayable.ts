import type { Bucket } from '../store/pack-files.ts';
import { findFile, uploadedFile } from '../store/upload-files.ts';
import type { Upload } from '../store/uploads.ts';

/**
 * Whether an upload can go on from where it stopped: it failed, is being read, or waits although its file is there,
 * as one does whose planning ended without a word.
 */
export async function isReplayable(bucket: Bucket, upload: Upload): Promise<boolean> {
  if (upload.state !== 'waiting') return upload.state === 'failed' || upload.state === 'reading';
  return (await findFile(bucket, uploadedFile(upload))) !== undefined;
}
