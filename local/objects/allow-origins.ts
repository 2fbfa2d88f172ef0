import type { IncomingMessage, ServerResponse } from 'node:http';

/** From which pages browsers may reach a bucket, and with which methods. */
export type CrossOrigin = { readonly origins: readonly string[]; readonly methods: readonly string[] };

/**
 * Says to a browser, as S3 does by the rules of a bucket, that a page of another origin may read an answer; answers by
 * itself what a browser asks beforehand.
 *
 * @returns whether the request is answered
 */
export function allowOrigins(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  response: ServerResponse,
  rules: CrossOrigin | undefined,
): boolean {
  const { origin, 'access-control-request-method': wanted } = headers;
  if (origin === undefined) return false;
  const isAsking = method === 'OPTIONS';
  const isAllowed =
    rules !== undefined &&
    rules.origins.includes(origin) &&
    rules.methods.includes((isAsking ? wanted : method) ?? '');
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-methods', rules.methods.join(', '));
    response.setHeader('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
  }
  if (isAsking) response.writeHead(isAllowed ? 200 : 403).end();
  return isAsking;
}
