import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import * as z from 'zod';

const CACHED_MS = 60_000;
const MOST_CACHED = 1000;

const answer = z.object({ isAuthorized: z.boolean(), context: z.unknown().optional() });

/** What API Gateway makes of the authorizer's answer. */
type Verdict =
  | { readonly status: 'allowed'; readonly context: unknown }
  | { readonly status: 'unauthorized' }
  | { readonly status: 'forbidden' };

/**
 * Asks a Lambda authorizer as API Gateway does: not at all without a token, once a minute for the same token, and its
 * error `Unauthorized` means 401. Any other error of it is thrown.
 */
export function cachedAuthorization(
  authorize: (event: APIGatewayRequestAuthorizerEventV2) => Promise<unknown>,
  now: () => Date,
): (
  token: string | undefined,
  event: (token: string) => APIGatewayRequestAuthorizerEventV2,
) => Promise<Verdict> {
  const cache = new Map<string, { readonly until: number; readonly verdict: Verdict }>();

  return async (token, event) => {
    if (token === undefined || token === '') return { status: 'unauthorized' };
    const known = cache.get(token);
    if (known !== undefined && known.until > now().getTime()) return known.verdict;
    cache.delete(token);
    try {
      const { isAuthorized, context } = answer.parse(await authorize(event(token)));
      const verdict: Verdict = isAuthorized ? { status: 'allowed', context } : { status: 'forbidden' };
      const [oldest] = cache.keys();
      if (cache.size >= MOST_CACHED && oldest !== undefined) cache.delete(oldest);
      cache.set(token, { until: now().getTime() + CACHED_MS, verdict });
      return verdict;
    } catch (error) {
      if (error instanceof Error && error.message === 'Unauthorized') return { status: 'unauthorized' };
      throw error;
    }
  };
}
