import * as z from 'zod';

export const readRecordsEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadRecordsEnv = Record<keyof z.infer<typeof readRecordsEnv>, string>;
