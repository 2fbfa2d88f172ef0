import * as z from 'zod';

export const listOpeningsEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ListOpeningsEnv = Record<keyof z.infer<typeof listOpeningsEnv>, string>;
