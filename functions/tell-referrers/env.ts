import * as z from 'zod';

export const tellReferrersEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** The key that the tags of reports are made with. */
  TAG_KEY_ID: z.string().min(1),
  /** Where referrers are told. */
  NOTICES_TOPIC_ARN: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type TellReferrersEnv = Record<keyof z.infer<typeof tellReferrersEnv>, string>;
