import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import dynalite from 'dynalite';
import database, { type Level, type LevelStore } from 'dynalite/db/index.js';

const AFTER_ANSWER_MS = 10;

/** Compressed, a text that is there would not be found in the files, and whoever looks for it would be misled. */
export const UNCOMPRESSED = { compression: false } as const;

/** dynalite on a folder, without a port of its own. */
type OpenStore = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly db: Level;
  /** Waits for what is still written after an answer: that a table, just made, is there. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @throws why the LevelDB of the folder could not be opened */
export async function openStore(folder: string): Promise<OpenStore> {
  const stores: LevelStore[] = [];
  const { create } = database;
  database.create = (options) => {
    const store = create(options);
    stores.push(store);
    return store;
  };
  const server = dynalite({ path: folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  database.create = create;
  const [store] = stores;
  if (store === undefined)
    throw new Error('dynalite made its store in another way than this was written for.');

  await store.db.open(UNCOMPRESSED);
  return {
    answer: (request, response) => server.emit('request', request, response),
    db: store.db,
    settled: async () => {
      do await setTimeout(AFTER_ANSWER_MS);
      while (store.lifecycleManager.getPendingOperationCount() > 0);
    },
    close: () => store.db.close(),
  };
}
