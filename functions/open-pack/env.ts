import * as z from 'zod';

export const openPackEnv = z.object({
  TABLE_NAME: z.string().min(1),
  PACKS_BUCKET: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type OpenPackEnv = Record<keyof z.infer<typeof openPackEnv>, string>;
