import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { listenOnLoopback } from '../network/listen-on-loopback.ts';
import { admitOnly } from './admit-only.ts';
import { openTable } from './open-table.ts';
import { type TableNews, tableOrderSchema } from './table-messages.ts';

/** A thread of its own for the table, so that it and the functions each have a core. */
const { path, accessKey } = z.object({ path: z.string(), accessKey: z.string() }).parse(workerData);
const tell = (news: TableNews) => parentPort?.postMessage(news);
const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

process.on('uncaughtException', (error) => {
  // The server throws when a caller hangs up in the middle of a request, which is no reason to stop.
  if (!('code' in error && error.code === 'ECONNRESET')) throw error;
});

const table = await openTable(path, (error) => tell({ type: 'failed', error: asError(error) }));
// A request that waits while the folder is rewritten must not be given up on.
const server = await listenOnLoopback(
  admitOnly(createServer({ requestTimeout: 0 }, table.answer), accessKey),
  0,
);

async function compact(id: string): Promise<void> {
  try {
    await table.compact();
    tell({ type: 'compacted', id });
  } catch (error) {
    tell({ type: 'compacted', id, error: asError(error) });
  }
}

async function close(): Promise<void> {
  await server.close();
  await table.close();
  process.exit(0);
}

parentPort?.on('message', (message) => {
  const order = tableOrderSchema.parse(message);
  void (order.type === 'compact' ? compact(order.id) : close());
});
tell({ type: 'listening', port: server.port });
