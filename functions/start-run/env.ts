import * as z from 'zod';

export const startRunEnv = z.object({
  TABLE_NAME: z.string().min(1),
  MONTH_RUN_ARN: z.string().min(1),
  STATEMENT_RUN_ARN: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type StartRunEnv = Record<keyof z.infer<typeof startRunEnv>, string>;
