import * as z from 'zod';

export const authorizeRequestEnv = z.object({
  TABLE_NAME: z.string().min(1),
  ISSUER: z.url(),
  JWKS_URI: z.url(),
  /** The one client through which people sign in. */
  PORTAL_CLIENT_ID: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type AuthorizeRequestEnv = Record<keyof z.infer<typeof authorizeRequestEnv>, string>;
