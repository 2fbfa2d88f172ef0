import * as z from 'zod';

export const watchProgressEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Working days after the day of the run on which a pack is not late yet. */
  DAYS_UNTIL_LATE: z.coerce.number().int().min(0),
  /** Working days that a pack may lie issued and not released. */
  DAYS_UNTIL_RELEASED: z.coerce.number().int().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type WatchProgressEnv = Record<keyof z.infer<typeof watchProgressEnv>, string>;
