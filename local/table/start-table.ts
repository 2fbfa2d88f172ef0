import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';

/** A server with the interface of DynamoDB, on disk, and how a client reaches it. */
type TableServer = {
  readonly connection: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly close: () => Promise<void>;
};

/**
 * Starts the table in a thread of its own. What it answers is in its LevelDB's log first, so a killed process loses
 * nothing it has answered. It answers only to the access key of this start.
 *
 * @param onError told when the thread dies, after which nothing can be read or written
 */
export async function startTable(folder: string, onError: (error: unknown) => void): Promise<TableServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const accessKey = randomUUID();
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: { path: folder, accessKey },
  });
  const ended = once(worker, 'exit');
  const started = await Promise.race([once(worker, 'message'), ended.then(() => 'ended')]);
  if (started === 'ended') throw new Error(`The table in ${folder} could not be opened.`);
  const [port] = z.tuple([z.number()]).parse(started);
  worker.on('error', onError);
  return {
    connection: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-2',
      credentials: { accessKeyId: accessKey, secretAccessKey: accessKey },
    },
    close: async () => {
      worker.postMessage('close');
      await ended;
    },
  };
}
