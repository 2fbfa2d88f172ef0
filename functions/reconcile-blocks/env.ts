import * as z from 'zod';

export const reconcileBlocksEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Holds statements, beside the packs. */
  PACKS_BUCKET: z.string().min(1),
  /** The key that the tags of placements are made with. */
  TAG_KEY_ID: z.string().min(1),
  ALERTS_TOPIC_ARN: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReconcileBlocksEnv = Record<keyof z.infer<typeof reconcileBlocksEnv>, string>;
