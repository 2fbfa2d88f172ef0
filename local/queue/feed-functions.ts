import * as z from 'zod';
import type { Log } from '../../shared/platform/world.ts';
import type { DeployedQueue } from '../template/deployed-queues.ts';
import { openQueue, type Queue } from './open-queue.ts';

/** A file that has come into a bucket. */
export type CameIn = { readonly bucket: string; readonly key: string; readonly size: number };

/** What one machine feeds functions with in place of EventBridge and SQS. */
export type Feeds = Pick<Queue, 'start' | 'close'> & {
  /** Puts a file that came in on the queues of those that work on it; it is on disk when this returns. */
  readonly cameIn: (file: CameIn) => void;
};

const answerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

type FeedParts = {
  readonly folder: string;
  readonly queues: readonly DeployedQueue[];
  readonly invoke: (folder: string, event: unknown) => Promise<unknown>;
  readonly log: Log;
};

/** Opens the queues of the templates, each feeding its function as Lambda would. */
export function feedFunctions({ folder, queues, invoke, log }: FeedParts): Feeds {
  const open = queues.map((deployed) => {
    const queue = openQueue({
      ...deployed,
      folder: `${folder}/${deployed.folder}`,
      log,
      work: async ({ id, body, received }) => {
        const attributes = { ApproximateReceiveCount: String(received) };
        const answer = await invoke(deployed.folder, { Records: [{ messageId: id, body, attributes }] });
        return answerSchema.parse(answer).batchItemFailures.length === 0;
      },
    });
    return { deployed, queue };
  });
  return {
    cameIn: ({ bucket, key, size }) => {
      for (const { deployed, queue } of open) if (deployed.takes(key)) queue.send(eventOf(bucket, key, size));
    },
    start: () => open.forEach(({ queue }) => queue.start()),
    close: async () => {
      await Promise.all(open.map(({ queue }) => queue.close()));
    },
  };
}

/** What EventBridge says of a file that came in, as far as anybody here reads it. */
function eventOf(bucket: string, key: string, size: number): string {
  const object = { key: encodeURIComponent(key).replaceAll('%2F', '/'), size };
  return JSON.stringify({
    'detail-type': 'Object Created',
    source: 'aws.s3',
    detail: { bucket: { name: bucket }, object },
  });
}
