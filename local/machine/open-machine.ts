import { type RunOptions, StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { Log } from '../../shared/platform/world.ts';
import { definitionSchema, type TaskState, taskStates } from './task-states.ts';

const LARGEST_PAYLOAD = 256 * 1024;
const RETRY_MS = 250;

/** What Step Functions sends to `lambda:invoke`. */
const invocation = z.object({ FunctionName: z.string(), Payload: z.unknown().optional() });

type Machine = {
  /** Runs one execution to its end; throws what it failed of. Once stopped, it waits for functions under way. */
  readonly run: (name: string, input: unknown, stop: AbortSignal) => Promise<void>;
};

type MachineParts = {
  readonly arn: string;
  /** In JSON, as in the template. */
  readonly definition: unknown;
  readonly invoke: (folder: string, payload: unknown) => Promise<unknown>;
  /** How long Lambda would let a function run. */
  readonly timeoutSeconds: (folder: string) => number;
  readonly log: Log;
};

/**
 * A state machine of the template, its tasks answered by functions in this process. Beside what the runner does, it
 * holds payloads to Step Functions' 256 KB, and a task without a limit of its own to its function's.
 */
export function openMachine({ arn, definition, invoke, timeoutSeconds, log }: MachineParts): Machine {
  const parsed = definitionSchema.parse(definition);
  const tasks = taskStates(parsed);
  for (const { folder, state } of tasks)
    if (state.TimeoutSecondsPath === undefined) state.TimeoutSeconds ??= timeoutSeconds(folder);
  const machine = new StateMachine(z.custom<StateMachineDefinition>().parse(parsed));

  const underWay = new Set<Promise<unknown>>();

  async function answer({ name, folder, state }: TaskState, input: unknown) {
    const direct = state.Parameters?.FunctionName === undefined;
    const payload = withinLimit(name, direct ? input : invocation.parse(input).Payload);
    const called = invoke(folder, payload);
    underWay.add(called);
    const result = withinLimit(name, await called.finally(() => underWay.delete(called)));
    return direct ? result : { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: result };
  }

  const handlers = Object.fromEntries(
    tasks.map((task) => [task.name, (input: unknown) => answer(task, input)]),
  );
  const retryIntervalOverrides = Object.fromEntries(tasks.map(({ name }) => [name, RETRY_MS]));

  return {
    run: async (name, input, stop) => {
      const options: RunOptions = {
        overrides: { taskResourceLocalHandlers: handlers, retryIntervalOverrides },
        context: {
          Execution: { Id: `${arn.replace(':stateMachine:', ':execution:')}:${name}`, Name: name },
          StateMachine: { Id: arn },
        },
      };
      const execution = machine.run(withinLimit('the input', input), options);
      stop.addEventListener('abort', execution.abort, { once: true });
      if (stop.aborted) execution.abort();
      const [result] = await Promise.allSettled([
        execution.result,
        logEvents(execution.eventLogs, name, log),
      ]);
      stop.removeEventListener('abort', execution.abort);
      if (stop.aborted) await Promise.allSettled(underWay);
      if (result.status === 'rejected') throw causeOf(result.reason);
      withinLimit('the output', result.value);
    },
  };
}

/** A copy by way of JSON, as everything between states is. */
function withinLimit(where: string, value: unknown): z.infer<ReturnType<typeof z.json>> {
  const text = JSON.stringify(value ?? null);
  if (Buffer.byteLength(text) > LARGEST_PAYLOAD) {
    const error = new Error(`A payload of ${where} is larger than 256 KB.`);
    error.name = 'States.DataLimitExceeded';
    throw error;
  }
  return z.json().parse(JSON.parse(text));
}

type EventLogs = ReturnType<StateMachine['run']>['eventLogs'];

async function logEvents(events: EventLogs, execution: string, log: Log): Promise<void> {
  for await (const event of events) {
    if (event.type === 'StateFailed')
      log.warn('state failed', { execution, state: event.state.name, error: event.Error });
    else if (event.type === 'StateRetried') log.info('state retried', { execution, state: event.state.name });
  }
}

const causeOf = (error: unknown) =>
  error instanceof Error && error.cause !== undefined ? error.cause : error;
