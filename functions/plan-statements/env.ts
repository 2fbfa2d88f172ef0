import * as z from 'zod';

export const planStatementsEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** How long the table's indexes take to catch up. */
  SETTLE_SECONDS: z.coerce.number().int().min(0),
});

/** The variables of this function, as Lambda holds them. */
export type PlanStatementsEnv = Record<keyof z.infer<typeof planStatementsEnv>, string>;
