import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import type { Log, Machines } from '../../shared/platform/world.ts';
import { type StoredJson, storedJson } from '../storage/stored-json.ts';

const AT_ONCE = 2;

const executionSchema = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  /** The ARN of the machine that is executed; absent where it was written when there was but one. */
  machine: z.string().optional(),
  /** In which order executions were started. */
  number: z.number(),
  input: z.record(z.string(), z.unknown()),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  error: z.string().optional(),
});

type Execution = z.infer<typeof executionSchema>;

type Executions = {
  readonly machines: Machines;
  /** Begins to run, with what an earlier process left undone. */
  readonly resume: () => void;
  /** Starts no more, and waits until those under way have stopped; they start again with the next process. */
  readonly close: () => Promise<void>;
};

type Machine = { readonly run: (name: string, input: unknown, stop: AbortSignal) => Promise<void> };

type ExecutionParts = {
  readonly folder: string;
  /** By ARN. */
  readonly machines: ReadonlyMap<string, Machine>;
  readonly log: Log;
};

/**
 * The executions of the machines, one file each, which is on disk before `start` answers. What a crash or a stop cuts
 * off is run again from its beginning with the same name and input: the functions are made for being called twice.
 */
export function openExecutions({ folder, machines, log }: ExecutionParts): Executions {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const executions = readExecutions(folder);
  const waiting = [...executions.values()]
    .filter(({ state }) => state === 'queued' || state === 'running')
    .sort((a, b) => a.number - b.number);
  const underWay = new Set<Promise<void>>();
  const stop = new AbortController();
  const [first] = machines.values();
  let resumed = false;

  function save(execution: Execution): void {
    fileOf(folder, execution.name).write(execution);
    executions.set(execution.name, execution);
  }

  function startWaiting(): void {
    while (resumed && underWay.size < AT_ONCE && !stop.signal.aborted) {
      const next = waiting.shift();
      if (next === undefined) return;
      const ended = runToEnd(next)
        // What could not be written down is run again by the next process, from what was.
        .catch((error: unknown) =>
          log.error('execution not written down', { execution: next.name, ...placeOf(error) }),
        )
        .finally(() => {
          underWay.delete(ended);
          startWaiting();
        });
      underWay.add(ended);
    }
  }

  async function runToEnd(execution: Execution): Promise<void> {
    const { name, input } = execution;
    save({ ...execution, state: 'running' });
    log.info('execution started', { execution: name });
    try {
      const machine = execution.machine === undefined ? first : machines.get(execution.machine);
      if (machine === undefined) throw new Error('There is no such state machine any more.');
      await machine.run(name, input, stop.signal);
      if (!stop.signal.aborted) save({ ...execution, state: 'succeeded' });
      log.info('execution ended', { execution: name });
    } catch (error) {
      if (stop.signal.aborted) return;
      const { name: errorName, where } = placeOf(error);
      save({ ...execution, state: 'failed', error: errorName });
      log.error('execution failed', { execution: name, error: errorName, where });
    }
  }

  return {
    resume: () => {
      resumed = true;
      startWaiting();
    },
    machines: {
      start: async (arn, name, input) => {
        await Promise.resolve();
        if (!machines.has(arn)) throw new Error('There is no such state machine.');
        if (executions.has(name)) return;
        const number = Math.max(0, ...[...executions.values()].map((each) => each.number)) + 1;
        const execution = executionSchema.parse({ name, machine: arn, number, input, state: 'queued' });
        save(execution);
        waiting.push(execution);
        startWaiting();
      },
    },
    close: async () => {
      stop.abort();
      await Promise.all(underWay);
    },
  };
}

function readExecutions(folder: string): Map<string, Execution> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const found = names.flatMap((name) => fileOf(folder, name.slice(0, -'.json'.length)).read() ?? []);
  return new Map(found.map((execution) => [execution.name, execution]));
}

const fileOf = (folder: string, name: string): StoredJson<Execution> =>
  storedJson(join(folder, `${name}.json`), executionSchema);
