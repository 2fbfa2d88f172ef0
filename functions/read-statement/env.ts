import * as z from 'zod';

export const readStatementEnv = z.object({
  TABLE_NAME: z.string().min(1),
  PACKS_BUCKET: z.string().min(1),
  /** The key that the tags of placements are made with. */
  TAG_KEY_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadStatementEnv = Record<keyof z.infer<typeof readStatementEnv>, string>;
