import * as z from 'zod';

export const manageRegistryEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ManageRegistryEnv = Record<keyof z.infer<typeof manageRegistryEnv>, string>;
