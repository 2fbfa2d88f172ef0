import * as z from 'zod';
import { within } from '../platform/correlation.ts';
import { placeOf } from '../platform/place-of-error.ts';
import { workBegunBy } from '../store/upload-files.ts';
import { changeUpload } from '../store/uploads.ts';
import { processFile } from './process-file.ts';
import type { Uploading } from './uploading.ts';

/** What S3 says by EventBridge of a file that came in. */
const messageSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/**
 * Works on one message of the queue. What failed is written down at the upload when the message will not be given out
 * again, but goes to the dead letters: an error's name and place, never what it says, which may be what was sent.
 *
 * @returns whether it is done
 */
export async function processMessage(uploading: Uploading, body: string, isLast: boolean): Promise<boolean> {
  let key = '';
  try {
    key = decoded(messageSchema.parse(JSON.parse(body)).detail.object.key);
    await within(idsOfFile(key), () => processFile(uploading, key));
    return true;
  } catch (error) {
    const { id } = workBegunBy(key) ?? {};
    const failure = placeOf(error);
    const isHopeless = HOPELESS.includes(failure.name);
    uploading.meter.count('UploadsFailed', isLast || isHopeless ? 1 : 0);
    uploading.log.error('upload failed', { ...(id !== undefined && { upload: id }), ...failure, isLast });
    if (id !== undefined && (isLast || isHopeless))
      await changeUpload(uploading.table, id, ({ state }) =>
        state === 'done' || state === 'refused'
          ? undefined
          : { state: 'failed', failure: { ...failure, at: uploading.now().toISOString() } },
      );
    return isHopeless;
  }
}

/** Another file was sent in place of the one that was being read, or it expired: no try will find it again. */
const HOPELESS: readonly string[] = ['PreconditionFailed', 'NoSuchKey'];

/** By which the lines of the log are found that one upload brought about. */
function idsOfFile(key: string): Readonly<Record<string, string>> {
  const id = workBegunBy(key)?.id;
  return id === undefined ? {} : { upload: id };
}

/** Keys come as they are in an address. */
const decoded = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));
