import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpHandler } from '../../shared/platform/http.ts';
import { placeOf } from '../../shared/platform/place-of-error.ts';
import type { Route } from '../../shared/platform/routes.ts';
import type { Log } from '../../shared/platform/world.ts';
import { hasUnreadBody, readBody } from '../network/read-body.ts';
import { cachedAuthorization } from './authorization.ts';
import { authorizerEvent, type GatewayRequest, httpEvent, newRequestId } from './http-event.ts';
import { lambdaContext } from './lambda-context.ts';
import { routeMatcher } from './match-route.ts';
import { type FixedStatus, sendFixed, sendResult } from './send-result.ts';

const LARGEST_BODY = 10 * 1024 * 1024;
const LONGEST_MS = 30_000;

type GatewayParts = {
  readonly routes: readonly Route[];
  readonly functions: ReadonlyMap<string, HttpHandler>;
  readonly authorize: (event: APIGatewayRequestAuthorizerEventV2) => Promise<unknown>;
  /** The real clock. */
  readonly now: () => Date;
  readonly log: Log;
  /** How long a function may take; API Gateway's own limit unless a test says otherwise. */
  readonly longestMs?: number;
};

/**
 * Answers requests as an API Gateway HTTP API would: routes, authorizer, limits and fixed answers. It logs the key of
 * the route and never the path, which holds references of people.
 */
export function openGateway(
  parts: GatewayParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { functions, now, log, longestMs = LONGEST_MS } = parts;
  const match = routeMatcher(parts.routes);
  const authorized = cachedAuthorization(parts.authorize, now);

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<[string, number]> {
    const requestId = newRequestId();
    response.setHeader('apigw-requestid', requestId);
    const [path, search] = split(message.url ?? '');
    const segments = decoded(path);
    if (segments === undefined) return ['none', refuse(message, response, 400)];
    const matched = match(message.method ?? '', segments);
    if (matched === undefined) return ['none', refuse(message, response, 404)];
    const request = { message, path, search, matched, requestId, receivedAt: now() };
    return [matched.routeKey, await serve(request, response)];
  }

  async function serve(request: GatewayRequest, response: ServerResponse): Promise<number> {
    const { message, matched } = request;
    const { route } = matched;
    try {
      let authorizer: unknown;
      if (route.scopes.length > 0) {
        const verdict = await authorized(message.headers.authorization, (token) =>
          authorizerEvent(request, token),
        );
        if (verdict.status === 'unauthorized') return refuse(message, response, 401);
        if (verdict.status === 'forbidden') return refuse(message, response, 403);
        authorizer = verdict.context;
      }
      const body = await readBody(message, LARGEST_BODY);
      if (body === undefined) return refuse(message, response, 413);
      const handler = functions.get(route.function);
      if (handler === undefined) throw new Error('The route has no function.');
      const context = lambdaContext(route.function, longestMs);
      const result = await within(longestMs, handler(httpEvent(request, body, authorizer), context));
      return result === undefined ? sendFixed(response, 503) : sendResult(response, result);
    } catch (error) {
      log.error('function failed', { routeKey: matched.routeKey, ...placeOf(error) });
      return response.headersSent ? response.statusCode : refuse(message, response, 500);
    }
  }

  return async (message, response) => {
    const began = performance.now();
    const [routeKey, status] = await answer(message, response);
    log.info('request', { routeKey, status, ms: Math.round(performance.now() - began) });
  };
}

function refuse(message: IncomingMessage, response: ServerResponse, status: FixedStatus): number {
  if (hasUnreadBody(message)) response.setHeader('connection', 'close');
  return sendFixed(response, status);
}

function split(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function decoded(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, ms, undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
