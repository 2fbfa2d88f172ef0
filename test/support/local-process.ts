import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type Ready, spawnLocal } from './spawn-local.ts';
import { type Call, callerWith, tokenFor } from './system.ts';

/** The whole system in a process of its own, as its command starts it. */
export type LocalProcess = {
  readonly child: ChildProcess;
  readonly ready: Ready;
  readonly provider: Call;
  readonly operator: Call;
  readonly kill: () => Promise<void>;
};

/** Starts the system on a folder, on 4 November 2026 or after what was there. */
export async function aLocalProcess(folder: string): Promise<LocalProcess> {
  const { child, ready } = await spawnLocal(folder);
  const callerOf = async (scope: string) => {
    const client = ready.clients.find(({ scopes }) => scopes.includes(scope));
    return callerWith(ready.baseUrl, await tokenFor(ready.tokenUrl, client!));
  };
  return {
    child,
    ready,
    provider: await callerOf('records/write'),
    operator: await callerOf('admin/all'),
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
