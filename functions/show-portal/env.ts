import * as z from 'zod';

export const showPortalEnv = z.object({
  /** The client of the sign-in that the page is. */
  PORTAL_CLIENT_ID: z.string().min(1),
  AUTHORIZE_URL: z.url(),
  TOKEN_URL: z.url(),
  LOGOUT_URL: z.url(),
  /** Where files are posted to, and what is wrong with their rows is read. */
  UPLOADS_ORIGIN: z.url(),
  /** Where packs and statements are read. */
  PACKS_ORIGIN: z.url(),
});

/** The variables of this function, as Lambda holds them. */
export type ShowPortalEnv = Record<keyof z.infer<typeof showPortalEnv>, string>;
