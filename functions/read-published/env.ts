import * as z from 'zod';

export const readPublishedEnv = z.object({
  /** The key that manifests are signed with. */
  SIGNING_KEY_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadPublishedEnv = Record<keyof z.infer<typeof readPublishedEnv>, string>;
