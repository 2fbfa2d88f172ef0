import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type TableOrder, tableNewsSchema } from './table-messages.ts';

/** A server with the interface of DynamoDB, on disk, and how a client reaches it. */
type TableServer = {
  readonly connection: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /**
   * Rewrites the folder now, so that nothing of what was deleted is left in it. It does so by itself soon after
   * deletions; requests wait meanwhile. Throws why it could not, after which all goes on as it was.
   */
  readonly compact: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Starts the table in a thread of its own. What it answers is in its LevelDB's log first, so a killed process loses
 * nothing it has answered. It answers only to the access key of this start.
 *
 * @param onError told when the folder could not be rewritten, after which all goes on, and when the thread dies, after
 * which nothing can be read or written
 */
export async function startTable(folder: string, onError: (error: unknown) => void): Promise<TableServer> {
  const accessKey = randomUUID();
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: { path: folder, accessKey },
  });
  const order = (message: TableOrder) => worker.postMessage(message);
  const ended = once(worker, 'exit');
  const listening = Promise.withResolvers<number>();
  const compactions = new Map<string, PromiseWithResolvers<undefined>>();
  worker.on('message', (message) => {
    const news = tableNewsSchema.parse(message);
    if (news.type === 'listening') listening.resolve(news.port);
    else if (news.type === 'failed') onError(news.error);
    else {
      const compaction = compactions.get(news.id);
      compactions.delete(news.id);
      if (news.error === undefined) compaction?.resolve(undefined);
      else compaction?.reject(news.error);
    }
  });

  const started = await Promise.race([listening.promise, ended.then(() => 'ended' as const)]);
  if (started === 'ended') throw new Error(`The table in ${folder} could not be opened.`);
  worker.on('error', onError);
  return {
    connection: {
      endpoint: `http://127.0.0.1:${started}`,
      region: 'eu-west-2',
      credentials: { accessKeyId: accessKey, secretAccessKey: accessKey },
    },
    compact: async () => {
      const id = randomUUID();
      const compaction = Promise.withResolvers<undefined>();
      compactions.set(id, compaction);
      order({ type: 'compact', id });
      const answered = await Promise.race([compaction.promise, ended.then(() => 'ended' as const)]);
      if (answered === 'ended') throw new Error('The table is closed.');
    },
    close: async () => {
      order({ type: 'close' });
      await ended;
    },
  };
}
