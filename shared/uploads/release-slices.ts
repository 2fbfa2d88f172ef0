import * as z from 'zod';
import { readFile, writeOnce } from '../store/pack-files.ts';
import { workFolder, workOfFile, writeFile } from '../store/upload-files.ts';
import { readProgress, type Upload } from '../store/uploads.ts';
import { finishUpload } from './finish-upload.ts';
import { type Slice, sliceSchema } from './slice.ts';
import type { Uploading } from './uploading.ts';

const planFile = (upload: Upload, etag: string) => `${workOfFile(upload, etag)}/plan.json`;

/** A slice's own file: that it is there is the message that it is to be worked on. */
const sliceFile = (upload: Upload, name: string) => `${workFolder(upload)}/slices/${name}.json`;

/**
 * Writes down the slices of an upload.
 *
 * @param etag of the file that was cut into them
 */
export async function keepSlices(
  { bucket }: Uploading,
  upload: Upload,
  slices: readonly Slice[],
  etag: string,
): Promise<void> {
  await writeFile(bucket, planFile(upload, etag), JSON.stringify(slices));
}

/** Reads a slice. */
export async function readSlice({ bucket }: Uploading, upload: Upload, name: string): Promise<Slice> {
  return sliceSchema.parse(await jsonOf(bucket, sliceFile(upload, name)));
}

/**
 * Sets the slices to work whose turn it is: of the first turn, and once these are all done of the second; ends the upload
 * when all are. Done again it sets nothing to work twice, unless it is asked to.
 *
 * @param again whether slices that are not done are set to work once more
 */
export async function releaseSlices(uploading: Uploading, upload: Upload, again = false): Promise<void> {
  const { table, bucket } = uploading;
  const [first = 0, second = 0] = upload.plan?.slices ?? [];
  const done = new Set(
    (await readProgress(table, upload.id)).flatMap(({ slice, isDone }) => (isDone ? [slice] : [])),
  );
  const countOf = (turn: string) => [...done].filter((name) => name.startsWith(turn)).length;
  if (countOf('1-') === first && countOf('2-') === second) return finishUpload(uploading, upload);

  const turn = countOf('1-') < first ? '1-' : '2-';
  const slices = z.array(sliceSchema).parse(await jsonOf(bucket, planFile(upload, upload.plan?.etag ?? '')));
  for (const slice of slices) {
    if (!slice.name.startsWith(turn) || done.has(slice.name)) continue;
    const bytes = Buffer.from(JSON.stringify(slice));
    if (again) await writeFile(bucket, sliceFile(upload, slice.name), bytes);
    else await writeOnce(bucket, sliceFile(upload, slice.name), bytes);
  }
}

async function jsonOf(bucket: Uploading['bucket'], key: string): Promise<unknown> {
  return JSON.parse(Buffer.from(await readFile(bucket, key)).toString('utf8'));
}
