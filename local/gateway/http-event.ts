import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpEvent } from '../../shared/platform/http.ts';
import type { MatchedRoute } from './match-route.ts';

const TEXT = /^(text\/.*|application\/(json|xml|javascript|x-www-form-urlencoded)|.*\+(json|xml))\s*(;|$)/i;
const ACCOUNT = '000000000000';

/** A request as it came in, its target taken apart. */
export type GatewayRequest = {
  readonly message: IncomingMessage;
  readonly path: string;
  readonly search: string;
  readonly matched: MatchedRoute;
  readonly requestId: string;
  readonly receivedAt: Date;
};

/** The event of payload format 2.0 that API Gateway's HTTP API hands to a function. */
export function httpEvent(request: GatewayRequest, body: Buffer, authorizer: unknown): HttpEvent {
  const { message } = request;
  const cookies = message.headers.cookie?.split('; ');
  const asText = TEXT.test(message.headers['content-type'] ?? '');
  return {
    ...common(request),
    version: '2.0',
    ...(cookies === undefined ? {} : { cookies }),
    requestContext: {
      ...context(request),
      ...(authorizer === undefined ? {} : { authorizer: { lambda: authorizer } }),
    },
    ...(body.length === 0 ? {} : { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !asText,
  };
}

/** The event of payload format 2.0 that API Gateway's HTTP API hands to a Lambda authorizer. */
export function authorizerEvent(request: GatewayRequest, token: string): APIGatewayRequestAuthorizerEventV2 {
  const { message, matched, path } = request;
  return {
    ...common(request),
    version: '2.0',
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:eu-west-2:${ACCOUNT}:local/$default/${message.method ?? ''}${path}`,
    identitySource: [token],
    cookies: message.headers.cookie?.split('; ') ?? [],
    requestContext: { ...context(request), routeKey: matched.routeKey },
    stageVariables: {},
  };
}

/** An opaque id of a request, of the length API Gateway's have. */
export const newRequestId = () => `${randomUUID().replaceAll('-', '').slice(0, 15)}=`;

function common({ message, path, search, matched }: GatewayRequest) {
  const query = new URLSearchParams(search);
  const names = [...new Set(query.keys())];
  return {
    routeKey: matched.routeKey,
    rawPath: path,
    rawQueryString: search,
    headers: headersOf(message),
    queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])),
    pathParameters: { ...matched.parameters },
  };
}

function context({ message, path, matched, requestId, receivedAt }: GatewayRequest) {
  return {
    accountId: ACCOUNT,
    apiId: 'local',
    domainName: message.headers.host ?? '',
    domainPrefix: 'local',
    http: {
      method: message.method ?? '',
      path,
      protocol: `HTTP/${message.httpVersion}`,
      sourceIp: message.socket.remoteAddress ?? '',
      userAgent: message.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: matched.routeKey,
    stage: '$default',
    time: receivedAt.toISOString(),
    timeEpoch: receivedAt.getTime(),
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined || name === 'cookie') return [];
      return [[name, Array.isArray(value) ? value.join(',') : value] as const];
    }),
  );
}
