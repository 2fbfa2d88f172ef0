import * as z from 'zod';
import type { World } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { knownCommissioners } from '../../shared/submission/known-commissioners.ts';
import { processMessage } from '../../shared/uploads/process-message.ts';
import type { processUploadEnv } from './env.ts';

const eventSchema = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.coerce.number() }),
    }),
  ),
});

/** Which messages are to be given out again; the others are done. */
type Answer = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/** Works on what came into the bucket of uploads, message by message. */
export function createHandler(
  { TABLE_NAME, UPLOADS_BUCKET, TAG_KEY_ID, MOST_TRIES }: z.infer<typeof processUploadEnv>,
  {
    table: client,
    objects,
    macs,
    log,
    meter,
    now,
  }: Pick<World, 'table' | 'objects' | 'macs' | 'log' | 'meter' | 'now'>,
): (event: unknown) => Promise<Answer> {
  const table = { client, name: TABLE_NAME };
  const uploading = {
    table,
    bucket: { client: objects, name: UPLOADS_BUCKET },
    tagOf: personTags(macs, TAG_KEY_ID),
    isCommissioner: knownCommissioners(table),
    now,
    log,
    meter,
  };

  return async (event) => {
    const failed: { itemIdentifier: string }[] = [];
    for (const { messageId, body, attributes } of eventSchema.parse(event).Records) {
      const isLast = attributes.ApproximateReceiveCount >= MOST_TRIES;
      if (!(await processMessage(uploading, body, isLast))) failed.push({ itemIdentifier: messageId });
    }
    return { batchItemFailures: failed };
  };
}
