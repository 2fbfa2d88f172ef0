import * as z from 'zod';

const idsSchema = z.object({
  runId: z.string().optional(),
  commissioner: z.string().optional(),
  month: z.string().optional(),
  revision: z.number().optional(),
});

/** The ids that a payload of a step has, by which its lines of the log and its traces are found. */
export function idsOf(payload: unknown): Readonly<Record<string, string | number>> {
  const { data = {} } = idsSchema.safeParse(payload);
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])),
  );
}
