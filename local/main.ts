import { resolve } from 'node:path';
import { isPortTaken } from './network/is-port-taken.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import { startLocal } from './start.ts';
import { threadsHere } from './threads/open-threads.ts';
import { welcome } from './welcome.ts';

const isNoFolder = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTDIR' || error.code === 'EEXIST');

/** `npm run local`: the whole system on this machine, until it is stopped. */
try {
  const { port, dataDir, clock, json, help } = readArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  if (!json) process.stderr.write('Starting; after a change to the stacks this takes some seconds.\n');
  const system = await startLocal({
    dataDir: resolve(dataDir),
    port,
    clock,
    threads: threadsHere(),
  }).catch((error: unknown) => {
    if (isPortTaken(error))
      throw new Error(`Port ${port} is in use; stop what listens there, or name another.`);
    if (isNoFolder(error)) throw new Error(`${resolve(dataDir)} is not a folder; name another for --data.`);
    throw error;
  });
  const { baseUrl, tokenUrl, clients } = system;
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void system.close().then(() => process.exit(0));
  };
  // Before it says that it is ready: whoever waits for that may stop it at once.
  process.on('SIGINT', stop).on('SIGTERM', stop);

  const ready = JSON.stringify({ ready: true, baseUrl, tokenUrl, clients });
  process.stdout.write(json ? `${ready}\n` : welcome(system, resolve(dataDir), clock));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
