import * as z from 'zod';

export const readRunEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadRunEnv = Record<keyof z.infer<typeof readRunEnv>, string>;
