import * as z from 'zod';

export const processUploadEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where uploaded files are, and what they are worked through with. */
  UPLOADS_BUCKET: z.string().min(1),
  /** The key that the tags of erased people are made with. */
  TAG_KEY_ID: z.string().min(1),
  /** How often a message is given out before it goes to the dead-letter queue. */
  MOST_TRIES: z.coerce.number().int().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ProcessUploadEnv = Record<keyof z.infer<typeof processUploadEnv>, string>;
