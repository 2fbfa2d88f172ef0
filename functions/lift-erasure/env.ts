import * as z from 'zod';

export const liftErasureEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where the ledger of erasures is kept, beside the packs. */
  PACKS_BUCKET: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type LiftErasureEnv = Record<keyof z.infer<typeof liftErasureEnv>, string>;
