import * as z from 'zod';

export const planMonthEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** How long to wait until the indexes have caught up with the last writes. */
  SETTLE_SECONDS: z.coerce.number().int().min(0),
});

/** The variables of this function, as Lambda holds them. */
export type PlanMonthEnv = Record<keyof z.infer<typeof planMonthEnv>, string>;
