import { createHmac } from 'node:crypto';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { listFiles } from '../../shared/store/pack-files.ts';
import { uploadedFile, workFolder } from '../../shared/store/upload-files.ts';
import { createUpload, readProgress, type Upload } from '../../shared/store/uploads.ts';
import { processFile } from '../../shared/uploads/process-file.ts';
import type { Uploading } from '../../shared/uploads/uploading.ts';

/**
 * Works an upload through whose file is in the bucket, slice after slice.
 *
 * @returns how many rows were, or would be, created
 */
export async function workThrough(
  { table, bucket }: Pick<Uploading, 'table' | 'bucket'>,
  upload: Omit<Upload, 'openedAt' | 'state' | 'change'>,
): Promise<number> {
  await createUpload(table, { ...upload, openedAt: '2026-11-04T12:00:00Z', state: 'waiting', change: 1 });
  const mac = (_: string, message: string) =>
    Promise.resolve(createHmac('sha256', 'bench').update(message).digest());
  const nothing = () => undefined;
  const uploading = {
    table,
    bucket,
    tagOf: personTags({ mac }, 'bench'),
    isCommissioner: () => Promise.resolve(true),
    now: () => new Date(),
    log: { info: nothing, warn: nothing, error: nothing },
    meter: { count: nothing },
  };
  await processFile(uploading, uploadedFile(upload));
  const worked = new Set<string>();
  for (;;) {
    const slices = await listFiles(bucket, `${workFolder(upload)}/slices/`);
    const next = slices.find((slice) => !worked.has(slice));
    if (next === undefined) break;
    worked.add(next);
    await processFile(uploading, next);
  }
  const progress = await readProgress(table, upload.id);
  return progress
    .flatMap(({ counts }) => Object.values(counts))
    .reduce((sum, { created }) => sum + created, 0);
}
