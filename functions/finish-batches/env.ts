import * as z from 'zod';

export const finishBatchesEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** The key that the tags of erased people are made with. */
  TAG_KEY_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type FinishBatchesEnv = Record<keyof z.infer<typeof finishBatchesEnv>, string>;
