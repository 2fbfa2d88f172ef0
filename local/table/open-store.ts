import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import dynalite from 'dynalite';
import database, { type Level, type LevelStore } from 'dynalite/db/index.js';
import { stopAtFailedWrite } from './stop-at-failed-write.ts';

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

/**
 * @param onFailedWrite told that a write has failed: nothing more is written until the store is closed and opened again
 * @throws why the LevelDB of the folder could not be opened
 */
export async function openStore(folder: string, onFailedWrite: (error: unknown) => void): Promise<OpenStore> {
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

  closeWalks(store.db);
  stopAtFailedWrite(store.db, onFailedWrite);
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

/**
 * Lets dynalite close what it reads by: at the end of a stream it calls `return`, which these walks do not have, and
 * one that stays open keeps LevelDB from ever dropping what was written over since. A folder then grows to many times
 * what it holds.
 */
function closeWalks(db: Level): void {
  const closing =
    (walk: Level['keys']): Level['keys'] =>
    (options) => {
      const one = walk(options);
      one.return = () => one.close();
      return one;
    };
  db.keys = closing(db.keys.bind(db));
  db.values = closing(db.values.bind(db));
}
