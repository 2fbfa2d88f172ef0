import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process whose end is looked at. */
export type Watched = {
  readonly isGone: () => boolean;
  /** Ends it; answers its exit code, which is none where it did not end by itself. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
};

/** Watches a process, and tells how it ended where nobody had asked for that. */
export function watchExit(child: ChildProcess, died: (how: string) => void): Watched {
  let isAskedFor = false;
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const tell = () => {
    if (!isAskedFor) died(child.signalCode ?? `exit code ${child.exitCode ?? 'none'}`);
  };
  if (isGone()) tell();
  else child.once('exit', tell);
  return {
    isGone,
    end: async (signal) => {
      if (isGone()) return child.exitCode;
      isAskedFor = true;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}
