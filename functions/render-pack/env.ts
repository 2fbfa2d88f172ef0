import * as z from 'zod';

export const renderPackEnv = z.object({
  TABLE_NAME: z.string().min(1),
  PACKS_BUCKET: z.string().min(1),
  /** The key that manifests are signed with. */
  SIGNING_KEY_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type RenderPackEnv = Record<keyof z.infer<typeof renderPackEnv>, string>;
