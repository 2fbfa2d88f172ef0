import * as z from 'zod';

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });

/** Asked for anew so long before a token ends. */
const SPARE_MS = 60_000;

/** Tokens of a client, each fetched once and kept while it is good. */
export function tokensOf(tokenUrl: string, client: string, secret: string): () => Promise<string> {
  let known: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (known !== undefined && Date.now() < known.until) return known.token;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!response.ok)
      throw new Error(`No token was given (${response.status}): check the client and its secret.`);
    const { access_token: token, expires_in: seconds } = tokenSchema.parse(await response.json());
    known = { token, until: Date.now() + seconds * 1000 - SPARE_MS };
    return token;
  };
}
