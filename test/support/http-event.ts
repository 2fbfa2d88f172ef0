import type { CallerContext } from '../../shared/platform/caller.ts';
import type { HttpEvent } from '../../shared/platform/http.ts';

/** An event as the HTTP API sends it after the authorizer, with what matters to a test in place of the usual. */
export function anHttpEvent({
  routeKey,
  caller,
  ...more
}: Partial<HttpEvent> & { routeKey: string; caller: CallerContext }): HttpEvent {
  const [method = ''] = routeKey.split(' ');
  return {
    version: '2.0',
    routeKey,
    rawPath: '/',
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    isBase64Encoded: false,
    ...more,
    requestContext: {
      http: { method },
      authorizer: { lambda: caller },
    } as unknown as HttpEvent['requestContext'],
  };
}
