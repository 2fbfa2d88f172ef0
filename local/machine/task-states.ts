import * as z from 'zod';

const state: z.ZodType<State> = z.lazy(() =>
  z.looseObject({
    Type: z.string(),
    TimeoutSeconds: z.number().optional(),
    TimeoutSecondsPath: z.string().optional(),
    Resource: z.string().optional(),
    Parameters: z.looseObject({ FunctionName: z.string().optional() }).optional(),
    ItemProcessor: states.optional(),
    Iterator: states.optional(),
    Branches: z.array(states).optional(),
  }),
);
const states = z.looseObject({ States: z.record(z.string(), state) });

type State = {
  [field: string]: unknown;
  Type: string;
  TimeoutSeconds?: number | undefined;
  TimeoutSecondsPath?: string | undefined;
  Resource?: string | undefined;
  Parameters?: { FunctionName?: string | undefined } | undefined;
  ItemProcessor?: Nested | undefined;
  Iterator?: Nested | undefined;
  Branches?: Nested[] | undefined;
};
type Nested = { [field: string]: unknown; States: Record<string, State> };

/** A step of a machine that calls a function. */
export type TaskState = { readonly name: string; readonly folder: string; readonly state: State };

/** A machine's definition, taken to pieces far enough to find its tasks. */
export const definitionSchema = states;

/**
 * Every task of a definition, those inside Map and Parallel states too, with the folder of the function it calls.
 *
 * @throws Error where a task calls something that is not a function
 */
export function taskStates(definition: Nested): TaskState[] {
  return Object.entries(definition.States).flatMap(([name, each]) => {
    const inside = [each.ItemProcessor, each.Iterator, ...(each.Branches ?? [])];
    const nested = inside.flatMap((machine) => (machine === undefined ? [] : taskStates(machine)));
    return each.Type === 'Task' ? [{ name, folder: folderOf(name, each), state: each }, ...nested] : nested;
  });
}

function folderOf(name: string, { Resource, Parameters }: State): string {
  const arn = Parameters?.FunctionName ?? Resource ?? '';
  const folder = /^arn:aws:lambda:[^:]*:[^:]*:function:([^:]+)$/.exec(arn)?.[1];
  if (folder === undefined) throw new Error(`The task ${name} calls ${arn}, which one machine does not run.`);
  return folder;
}
