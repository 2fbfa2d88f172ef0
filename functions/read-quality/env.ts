import * as z from 'zod';

export const readQualityEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadQualityEnv = Record<keyof z.infer<typeof readQualityEnv>, string>;
