import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { copyLiveEntries } from './copy-live-entries.ts';
import { deletionMarker } from './deletion-marker.ts';
import { hasRoom } from './has-room.ts';
import { openStore } from './open-store.ts';
import { requestGate } from './request-gate.ts';
import { runWhenQuiet } from './run-when-quiet.ts';
import { recoverFolder, swapFolder } from './swap-folder.ts';
import { writeWholeItems } from './write-whole-items.ts';

/** How long after a write that found no room it is looked for room again. */
const NO_ROOM_MS = 500;

/** A table in a folder, which forgets what is deleted. */
type OpenTable = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Rewrites the folder now; throws why it could not, after which it goes on as it was. */
  readonly compact: () => Promise<void>;
  /** No request may come any more; the work of those who hung up is waited for. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the table in a folder. What is deleted from it is in no byte of the folder once the folder has been rewritten:
 * soon after the deletions, when it is closed, and before it is opened again where it was not. Requests wait meanwhile.
 * An attribute that an item loses is deleted, too: the last write of an erasure takes the reference out of its own note.
 *
 * Once a write has failed, on a full disk, it reads and refuses to write, until there is room again.
 *
 * @param onFailure told why the folder could not be rewritten, which is tried again after the next deletion or start, and
 * why a write has failed
 */
export async function openTable(folder: string, onFailure: (error: unknown) => void): Promise<OpenTable> {
  recoverFolder(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const marker = deletionMarker(folder);
  let isClosing = false;
  let store = await openStore(folder, onFailedWrite);
  const gate = requestGate((request, response) => store.answer(request, response));

  const rewrite = async () => {
    await gate.shut();
    try {
      await store.settled();
      await copyLiveEntries(folder, store.db);
      await store.close();
      try {
        swapFolder(folder);
      } finally {
        store = await openStore(folder, onFailedWrite).catch(giveUp);
      }
      marker.remove();
      deletions.forget();
    } finally {
      gate.open();
    }
  };
  let last = Promise.resolve();
  const compact = () => {
    const compacted = last.then(rewrite);
    last = compacted.catch(() => undefined);
    return compacted;
  };
  const compactIfMarked = async () => {
    await last;
    if (marker.isThere()) await compact().catch(onFailure);
  };

  const reopen = async () => {
    await gate.shut();
    try {
      await store.settled();
      await store.close();
      store = await openStore(folder, onFailedWrite).catch(giveUp);
    } finally {
      gate.open();
    }
  };
  function onFailedWrite(error: unknown): void {
    onFailure(error);
    void reopenOnceThereIsRoom();
  }
  async function reopenOnceThereIsRoom(): Promise<void> {
    while (!isClosing && !hasRoom(folder)) await pause(NO_ROOM_MS);
    if (!isClosing) last = last.then(reopen).catch(onFailure);
  }

  const deletions = runWhenQuiet(() => void compactIfMarked());
  writeWholeItems(() => {
    marker.write();
    deletions.noted();
  });
  await compactIfMarked();
  return {
    answer: gate.pass,
    compact,
    close: async () => {
      isClosing = true;
      deletions.forget();
      await last;
      await gate.shut();
      await compactIfMarked();
      await store.close();
    },
  };
}

/** Without a store nothing can be answered any more, so the thread ends with the reason. */
function giveUp(cause: unknown): never {
  const error = new Error('The table could not be opened again.', { cause });
  setImmediate(() => {
    throw error;
  });
  throw error;
}
