import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Ready, spawnLocal } from '../support/spawn-local.ts';
import type { Sample } from './memory.ts';

export type Client = Ready['clients'][number];

/** The system of a folder in a process of its own, as `npm run local` starts it, once it answers. */
export type LocalProcess = Ready & {
  /** It has made a month and its files: what it holds from then on is looked at. */
  readonly isWarm: () => void;
  /** Its memory since it is warm, a sample a second; empty where the machine does not tell. */
  readonly samples: () => readonly Sample[];
  /** As a power cut would. */
  readonly kill: () => Promise<void>;
  /** Ends it as an operator would; answers its exit code. */
  readonly stop: () => Promise<number | null>;
};

export async function startProcess(folder: string): Promise<LocalProcess> {
  const { child, ready } = await spawnLocal(folder);
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
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  };
  return {
    ...ready,
    isWarm: () => void (isWarm = true),
    samples: () => samples,
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
