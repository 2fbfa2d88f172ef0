import type * as z from 'zod';
import { within } from './correlation.ts';
import { AppError } from './errors.ts';
import { idsOf } from './ids-of.ts';
import { placeOf } from './place-of-error.ts';
import type { Log } from './world.ts';

/**
 * A step of the state machine: reads its payload, does its work and logs how it ended. An error leaves with its code
 * as its name and without its message: the machine keeps what it is told, and a message may hold what was sent.
 */
export function serveTask<Schema extends z.ZodType, Result>(
  log: Log,
  step: string,
  schema: Schema,
  work: (payload: z.output<Schema>) => Promise<Result>,
): (payload: unknown) => Promise<Result> {
  const done = async (payload: unknown) => {
    try {
      return await work(schema.parse(payload));
    } catch (error) {
      const code = error instanceof AppError ? error.code : undefined;
      log.error('step failed', { step, ...placeOf(error), ...(code !== undefined && { code }) });
      const told = new Error('see the log of this step');
      told.name = code ?? (error instanceof Error ? error.name : 'Error');
      throw told;
    }
  };
  return (payload) => within(idsOf(payload), () => done(payload));
}
