import * as z from 'zod';

export const finishRunEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type FinishRunEnv = Record<keyof z.infer<typeof finishRunEnv>, string>;
