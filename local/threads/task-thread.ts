import { parentPort, workerData } from 'node:worker_threads';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { correlation, within } from '../../shared/platform/correlation.ts';
import type { Log } from '../../shared/platform/world.ts';
import { heavyFunctions } from '../heavy-functions.ts';
import { localMacs } from '../keys/local-macs.ts';
import { localSigner } from '../keys/local-signer.ts';
import { threadCallSchema, threadDataSchema, type ThreadNews } from './thread-messages.ts';

/** A thread in which heavy functions run, beside the one that answers requests. */
const { table, objects, tagKeyFile, signingKeyFile, variables } = threadDataSchema.parse(workerData);
const tell = (news: ThreadNews) => parentPort?.postMessage(news);

const told =
  (level: keyof Log): Log[keyof Log] =>
  (message, fields = {}) =>
    tell({ type: 'log', level, message, fields: { ...correlation(), ...fields } });
const log: Log = { info: told('info'), warn: told('warn'), error: told('error') };

/** The system's clock as the last call told it, run on from there. */
let clock = { at: Date.now(), since: performance.now() };

const world = {
  now: () => new Date(clock.at + performance.now() - clock.since),
  log,
  meter: { count: (name: string, value: number) => log.info('counted', { name, value }) },
  table: tableClient(table),
  objects: objectsClient(objects),
  macs: localMacs(tagKeyFile).macs,
  ...localSigner(signingKeyFile),
};
const functions = new Map(
  Object.entries(heavyFunctions).map(([folder, make]) => [folder, make(variables[folder], world)]),
);

parentPort?.on('message', (message) => {
  const { id, folder, payload, ids, at } = threadCallSchema.parse(message);
  clock = { at: at.getTime(), since: performance.now() };
  within(ids, () => call(folder, payload)).then(
    (result) => tell({ type: 'returned', id, result }),
    (error: unknown) => {
      const { name, message: text } = error instanceof Error ? error : new Error(String(error));
      tell({ type: 'threw', id, name, message: text });
    },
  );
});

async function call(folder: string, payload: unknown): Promise<unknown> {
  const called = functions.get(folder);
  if (called === undefined) throw new Error(`The function ${folder} is not one that runs in a thread.`);
  return called(payload);
}
