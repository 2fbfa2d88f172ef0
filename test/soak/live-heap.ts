import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';

const MB = 2 ** 20;

const targetsSchema = z.tuple([z.object({ webSocketDebuggerUrl: z.string() })]);
const usageSchema = z.object({ usedSize: z.number(), backingStorageSize: z.number().optional() });
const messageSchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  method: z.string().optional(),
  params: z.object({ sessionId: z.string().optional(), message: z.string().optional() }).optional(),
});

/** What a process and its threads cannot let go of, asked by its inspector. */
export type LiveHeap = {
  /** What is left after a collection, in MB: of all heaps, and of the buffers they hold. */
  readonly megabytes: () => Promise<number>;
  readonly close: () => void;
};

/** One heap that is asked; what it has not answered when it ends is undefined. */
type Session = {
  readonly ask: (method: string, params?: object) => Promise<unknown>;
  readonly hear: (answer: { readonly id?: number | undefined; readonly result?: unknown }) => void;
  readonly end: () => void;
};

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}

/**
 * Opens the inspector of a process that was started with `--inspect-port` of this port.
 *
 * @param child opens its inspector when it gets the signal
 */
export async function openLiveHeap(child: ChildProcess, port: number): Promise<LiveHeap> {
  child.kill('SIGUSR1');
  const socket = new WebSocket(await debuggerOf(port));
  await once(socket, 'open');
  const own = sessionOf((text) => socket.send(text));
  const threads = new Map<string, Session>();
  socket.addEventListener('close', () => [own, ...threads.values()].forEach(({ end }) => end()));
  socket.addEventListener('message', ({ data }) => {
    const {
      method,
      params: { sessionId = '', message = '' } = {},
      ...answer
    } = messageSchema.parse(JSON.parse(String(data)));
    if (method === 'NodeWorker.attachedToWorker') {
      const send = (text: string) =>
        void own.ask('NodeWorker.sendMessageToWorker', { sessionId, message: text });
      threads.set(sessionId, sessionOf(send));
    } else if (method === 'NodeWorker.detachedFromWorker') {
      threads.get(sessionId)?.end();
      threads.delete(sessionId);
    } else if (method === 'NodeWorker.receivedMessageFromWorker')
      threads.get(sessionId)?.hear(messageSchema.parse(JSON.parse(message)));
    else own.hear(answer);
  });
  await own.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
  return {
    megabytes: async () => {
      const heaps = await Promise.all([own, ...threads.values()].map(liveIn));
      return heaps.reduce((sum, heap) => sum + heap, 0);
    },
    close: () => socket.close(),
  };
}

/** Of a thread that ended meanwhile nothing. */
async function liveIn({ ask }: Session): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  const usage = await ask('Runtime.getHeapUsage');
  if (usage === undefined) return 0;
  const { usedSize, backingStorageSize = 0 } = usageSchema.parse(usage);
  return (usedSize + backingStorageSize) / MB;
}

/** Asks, and hears the answers by their numbers. */
function sessionOf(send: (text: string) => void): Session {
  const waiting = new Map<number, (result?: unknown) => void>();
  let [last, isOver] = [0, false];
  return {
    ask: (method, params = {}) => {
      if (isOver) return Promise.resolve();
      last += 1;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(last, resolve);
      send(JSON.stringify({ id: last, method, params }));
      return promise;
    },
    hear: ({ id = 0, result }) => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    },
    end: () => {
      isOver = true;
      for (const resolve of waiting.values()) resolve();
      waiting.clear();
    },
  };
}

const ATTEMPTS = 50;

/** Where the inspector is: it needs a moment to open. */
async function debuggerOf(port: number): Promise<string> {
  for (let attempt = 0; ; attempt += 1)
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
      const [{ webSocketDebuggerUrl }] = targetsSchema.parse(await answer.json());
      return webSocketDebuggerUrl;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(100);
    }
}
