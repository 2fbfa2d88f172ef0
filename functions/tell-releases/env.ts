import * as z from 'zod';

export const tellReleasesEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where people sign in: the one address in the message. */
  PORTAL_URL: z.url(),
  /** From whom the message is. */
  MAIL_FROM: z.email(),
});

/** The variables of this function, as Lambda holds them. */
export type TellReleasesEnv = Record<keyof z.infer<typeof tellReleasesEnv>, string>;
