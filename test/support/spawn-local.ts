import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Credentials } from './system.ts';

/** What the local system says of itself once it answers. */
export type Ready = {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clients: readonly (Credentials & { readonly scopes: readonly string[] })[];
};

/**
 * Starts the system on a folder as its command does, on 4 November 2026 or after what was there, until it answers.
 *
 * @param nodeOptions of the program that runs it
 */
export async function spawnLocal(
  folder: string,
  nodeOptions: readonly string[] = [],
): Promise<{ child: ChildProcess; ready: Ready }> {
  const options = ['--port', '0', '--data', folder, '--clock', '2026-11-04T12:00:00Z', '--json'];
  const child = spawn(process.execPath, [...nodeOptions, 'local/main.ts', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whoever started it takes it along, however they end.
  const takeAlong = () => void child.kill('SIGKILL');
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  for await (const line of createInterface({ input: child.stdout }))
    return { child, ready: JSON.parse(line) as Ready };
  throw new Error('The process ended before it answered.');
}
