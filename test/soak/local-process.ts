import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Ready, spawnLocal } from '../support/spawn-local.ts';
import { freePort, type LiveHeap, openLiveHeap } from './live-heap.ts';
import type { Sample } from './memory.ts';
import { watchExit } from './watch-exit.ts';

export type Client = Ready['clients'][number];

/** The system of a folder in a process of its own, as `npm run local` starts it, once it answers. */
export type LocalProcess = Ready & {
  /** It has made a month and its files: what it holds from then on is looked at. */
  readonly isWarm: () => void;
  /** Its memory since it is warm, a sample a second; empty where the machine does not tell. */
  readonly samples: () => readonly Sample[];
  /** Opens its inspector, which asks what it cannot let go of. */
  readonly liveHeap: () => Promise<LiveHeap>;
  readonly isGone: () => boolean;
  /**
   * Cuts it off between any two instructions. What it gave to the system to write is written all the same, so that this
   * is no power cut: where it forgot to wait for the disk, nothing is lost here.
   */
  readonly kill: () => Promise<void>;
  /** Ends it as an operator would; answers its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** @param died told how it ended where it was neither killed nor stopped */
export async function startProcess(folder: string, died: (how: string) => void): Promise<LocalProcess> {
  const inspected = await freePort();
  const { child, ready } = await spawnLocal(folder, [
    `--inspect-port=127.0.0.1:${inspected}`,
    '--inspect-publish-uid=http',
  ]);
  const watched = watchExit(child, died);
  const samples: Sample[] = [];
  let isWarm = false;
  const began = performance.now();
  const timer = setInterval(() => {
    const megabytes = memoryOf(child);
    if (megabytes !== undefined && isWarm)
      samples.push({ seconds: (performance.now() - began) / 1_000, megabytes });
  }, 1_000);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    clearInterval(timer);
    return watched.end(signal);
  };
  return {
    ...ready,
    isWarm: () => void (isWarm = true),
    samples: () => samples,
    liveHeap: () => openLiveHeap(child, inspected),
    isGone: watched.isGone,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** What a process holds that is in no file, in MB, where the machine keeps it under /proc: the table maps its files. */
function memoryOf({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] =
      /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
