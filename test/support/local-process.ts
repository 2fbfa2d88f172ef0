import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Call, callerWith, tokenFor } from './system.ts';

type Ready = {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clients: readonly { id: string; secret: string; scopes: string[] }[];
};

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
  const options = ['--port', '0', '--data', folder, '--clock', '2026-11-04T12:00:00Z', '--json'];
  const child = spawn(process.execPath, ['local/main.ts', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = JSON.parse(line) as Ready;
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
  throw new Error('the process ended before it was ready');
}
