import * as z from 'zod';

export const approvePackEnv = z.object({
  TABLE_NAME: z.string().min(1),
  PACKS_BUCKET: z.string().min(1),
  /** The key that packs are signed with; its public half alone is read. */
  SIGNING_KEY_ID: z.string().min(1),
  /** Where people sign in: the one address in the message of a release. */
  PORTAL_URL: z.url(),
  /** From whom that message is. */
  MAIL_FROM: z.email(),
});

/** The variables of this function, as Lambda holds them. */
export type ApprovePackEnv = Record<keyof z.infer<typeof approvePackEnv>, string>;
