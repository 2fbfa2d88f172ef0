import * as z from 'zod';

export const manageReceiptsEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ManageReceiptsEnv = Record<keyof z.infer<typeof manageReceiptsEnv>, string>;
