import * as z from 'zod';

export const erasePersonEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where the ledger of erasures is kept, beside the packs. */
  PACKS_BUCKET: z.string().min(1),
  /** The key that the tags of people are made with. */
  TAG_KEY_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ErasePersonEnv = Record<keyof z.infer<typeof erasePersonEnv>, string>;
