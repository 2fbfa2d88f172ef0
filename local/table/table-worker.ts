import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import * as z from 'zod';
import { listenOnLoopback } from '../network/listen-on-loopback.ts';
import { admitOnly } from './admit-only.ts';
import { writeWholeItems } from './write-whole-items.ts';

/** A thread of its own for the table, so that it and the functions each have a core. */
const { path, accessKey } = z.object({ path: z.string(), accessKey: z.string() }).parse(workerData);

process.on('uncaughtException', (error) => {
  // The server throws when a caller hangs up in the middle of a request, which is no reason to stop.
  if (!('code' in error && error.code === 'ECONNRESET')) throw error;
});

writeWholeItems();
const server = await listenOnLoopback(admitOnly(dynalite({ path, createTableMs: 0 }), accessKey), 0);
parentPort?.on('message', () => {
  void server.close().then(() => process.exit(0));
});
parentPort?.postMessage(server.port);
