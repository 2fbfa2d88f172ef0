import { mkdirSync, rmSync } from 'node:fs';
import database, { type Level } from 'dynalite/db/index.js';
import { besideFolder } from './beside-folder.ts';
import { UNCOMPRESSED } from './open-store.ts';
import { syncFolder } from './sync-to-disk.ts';

const COUNT_AT_ONCE = 10_000;
const BYTES_AT_ONCE = 1024 * 1024;
const RAW = { keyEncoding: 'buffer', valueEncoding: 'buffer' } as const;

/**
 * Copies what is live in the LevelDB of a folder into a fresh one beside it. LevelDB's own compaction is not enough:
 * its manifest keeps the keys at which its files began and ended, and its log those it was asked to compact. A LevelDB
 * that never held a key has it in no file.
 *
 * @throws the system's error, ENOSPC where the disk is full; nothing is left of the copy then
 */
export async function copyLiveEntries(folder: string, live: Level): Promise<void> {
  const { next } = besideFolder(folder);
  rmSync(next, { recursive: true, force: true });
  try {
    mkdirSync(next, { mode: 0o700 });
    await fill(next, live);
    syncFolder(next);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
}

async function fill(next: string, live: Level): Promise<void> {
  const { db: fresh } = database.create({ path: next });
  try {
    await fresh.open(UNCOMPRESSED);
    await copy(live, fresh);
  } finally {
    await fresh.close();
  }
}

async function copy(live: Level, fresh: Level): Promise<void> {
  const iterator = live.iterator({ ...RAW, highWaterMarkBytes: BYTES_AT_ONCE });
  try {
    for (;;) {
      const entries = await iterator.nextv(COUNT_AT_ONCE);
      if (entries.length === 0) return;
      await fresh.batch(entries.map(([key, value]) => ({ type: 'put', key, value, ...RAW })));
    }
  } finally {
    await iterator.close();
  }
}
