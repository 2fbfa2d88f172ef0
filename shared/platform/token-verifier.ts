import { JwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';

const claimsSchema = z.object({
  token_use: z.literal('access'),
  client_id: z.string(),
  sub: z.string(),
  exp: z.number(),
  scope: z.string().default(''),
  /** The groups of a person; machines are in none. */
  'cognito:groups': z.array(z.string()).optional(),
});

export type Claims = z.infer<typeof claimsSchema>;

/**
 * Verifies access tokens of one issuer: signature, expiry, issuer and use. Cognito's access tokens have no
 * audience; which client's they are decides instead.
 */
export function tokenVerifier(issuer: string, jwksUri: string): (token: string) => Promise<Claims> {
  const fetcher = { fetch: async (uri: string) => (await fetch(uri)).arrayBuffer() };
  const verifier = JwtVerifier.create(
    { issuer, jwksUri, audience: null },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
  return async (token) => claimsSchema.parse(await verifier.verify(token));
}
