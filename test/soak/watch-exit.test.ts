import { spawn } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { watchExit } from './watch-exit.ts';

const WAITS = 'setInterval(() => undefined, 1_000)';
const aProcess = (script: string) => spawn(process.execPath, ['-e', script], { stdio: 'ignore' });

test.each([
  ['process.abort()', 'SIGABRT'],
  ['process.exit(3)', 'exit code 3'],
  ['process.exit(0)', 'exit code 0'],
])('a process that ends by itself, by %s, is told', async (script, how) => {
  const died = vi.fn<(how: string) => void>();
  const { isGone } = watchExit(aProcess(script), died);
  await vi.waitFor(() => expect(died.mock.calls).toEqual([[how]]));
  expect(isGone()).toBe(true);
});

test('one that was over before anybody watched is told, too', async () => {
  const child = aProcess('process.exit(3)');
  await vi.waitFor(() => expect(child.exitCode).toBe(3));
  const died = vi.fn<(how: string) => void>();
  watchExit(child, died);
  expect(died.mock.calls).toEqual([['exit code 3']]);
});

test.each(['SIGKILL', 'SIGTERM'] as const)('one that is ended by %s is not', async (signal) => {
  const died = vi.fn<(how: string) => void>();
  const { isGone, end } = watchExit(aProcess(WAITS), died);
  expect(isGone()).toBe(false);
  expect(await end(signal)).toBeNull();
  expect(isGone()).toBe(true);
  expect(died).not.toHaveBeenCalled();
});
