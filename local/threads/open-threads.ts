import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { correlation } from '../../shared/platform/correlation.ts';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import type { Log } from '../../shared/platform/world.ts';
import { type ThreadCall, type ThreadData, threadNewsSchema } from './thread-messages.ts';

/** So many calls a thread has at once: one computes while another waits for the stores. */
const CALLS_AT_ONCE = 2;

/** Each holds fonts and engines of its own, about 250 MB. */
const MOST_THREADS = 4;

type Threads = {
  /** Calls a function in a thread. Rejects with an error of the name that the function threw. */
  readonly call: (folder: string, payload: unknown) => Promise<unknown>;
  /** No call may come any more; those under way are given up. */
  readonly close: () => Promise<void>;
};

type ThreadsParts = {
  readonly count: number;
  readonly data: ThreadData;
  readonly now: () => Date;
  readonly log: Log;
};

type Call = PromiseWithResolvers<unknown> & Pick<ThreadCall, 'folder' | 'payload' | 'ids'>;

type Thread = { readonly worker: Worker; readonly calls: Map<string, Call> };

/** How many threads this machine has a use for: one for each core, within what memory allows. */
export const threadsHere = (): number => Math.min(availableParallelism(), MOST_THREADS);

/**
 * Threads that heavy functions run in, so that the interface answers meanwhile and a run of many commissioners uses every
 * core. Each is begun when there is work for it. One that dies fails the calls it had, by Lambda's name for that, and
 * another is begun for the next.
 */
export function openThreads({ count, data, now, log }: ThreadsParts): Threads {
  const threads = new Set<Thread>();
  const waiting: Call[] = [];
  // What a thread tells belongs to whichever call, not to the one that the thread was begun for.
  const apart = AsyncLocalStorage.snapshot();

  function begin(): Thread {
    const worker = new Worker(new URL('./task-thread.ts', import.meta.url), { workerData: data });
    const thread: Thread = { worker, calls: new Map() };
    threads.add(thread);
    worker.on('message', (message) => apart(hear, thread, message));
    worker.on('error', (error) => log.error('thread died', placeOf(error)));
    worker.on('exit', () => {
      threads.delete(thread);
      giveUp(thread.calls.values());
      apart(handOut);
    });
    return thread;
  }

  function hear({ calls }: Thread, message: unknown): void {
    const news = threadNewsSchema.parse(message);
    if (news.type === 'log') {
      log[news.level](news.message, news.fields);
      return;
    }
    const call = calls.get(news.id);
    calls.delete(news.id);
    if (news.type === 'returned') call?.resolve(news.result);
    else call?.reject(named(news.name, news.message));
    handOut();
  }

  function handOut(): void {
    for (let thread = readiest(); thread !== undefined; thread = readiest()) {
      const call = waiting.shift();
      if (call === undefined) return;
      const { folder, payload, ids } = call;
      const id = randomUUID();
      thread.calls.set(id, call);
      thread.worker.postMessage({ id, folder, payload, ids, at: now() } satisfies ThreadCall);
    }
  }

  /** The thread for the next call, if there is one to come and a thread that has room. */
  function readiest(): Thread | undefined {
    if (waiting.length === 0) return undefined;
    const [idlest] = [...threads].sort((one, other) => one.calls.size - other.calls.size);
    if (idlest?.calls.size === 0) return idlest;
    if (threads.size < count) return begin();
    return idlest !== undefined && idlest.calls.size < CALLS_AT_ONCE ? idlest : undefined;
  }

  return {
    call: (folder, payload) => {
      const call = { ...Promise.withResolvers<unknown>(), folder, payload, ids: correlation() };
      waiting.push(call);
      handOut();
      return call.promise;
    },
    close: async () => {
      giveUp(waiting.splice(0));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function giveUp(calls: Iterable<Call>): void {
  for (const call of calls) call.reject(named('Runtime.ExitError', 'The thread of the function ended.'));
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
