import * as z from 'zod';

export const manageClientsEnv = z.object({
  TABLE_NAME: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ManageClientsEnv = Record<keyof z.infer<typeof manageClientsEnv>, string>;
