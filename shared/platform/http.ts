import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { codeSchema } from '../records/fields.ts';
import { typeOfCollection } from '../records/registry.ts';
import { type Caller, fromContext } from './caller.ts';
import { within } from './correlation.ts';
import { AppError, notFound } from './errors.ts';
import { parseJson } from './parse-json.ts';
import { problemOf } from './problem.ts';
import { type Route, routeKey, routes } from './routes.ts';
import type { Log } from './world.ts';

/** A request as a function sees it: its caller known, its scope checked, its body read. */
export type HttpRequest = {
  readonly route: Route;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The JSON that was sent; undefined when nothing was, or something of another kind. */
  readonly body: unknown;
  readonly sent: SentBody;
};

/** What was sent, byte by byte. */
export type SentBody = {
  /** Its content type without parameters, in small letters: `text/csv`. */
  readonly media: string;
  readonly bytes: Uint8Array;
};

export type HttpAnswer = {
  readonly status: number;
  /** What is answered as JSON. */
  readonly body?: unknown;
  /** Or a file, as it is; its kind is in the headers. */
  readonly file?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What is known of a request that was refused: its body was perhaps never read. */
export type RefusedRequest = Pick<HttpRequest, 'route' | 'caller' | 'params'>;

/** Told of what was refused before its sender is, to keep it. */
type OnRefusal = (request: RefusedRequest, error: AppError) => Promise<void>;

export type HttpHandler = (event: HttpEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** An event of the HTTP API, with what the Lambda authorizer found out. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { lambda?: unknown } };
};

/** More than any record or entry needs; what is sent many at a time goes in batches. */
const MOST_PUT = 256 * 1024;

/**
 * The one HTTP stack: finds the route in the table, checks the token's scopes by it, reads the body as JSON, and
 * answers with JSON, or with a problem document (RFC 9457) that has a stable code and no value that was sent.
 *
 * @param alsoTakes content types besides JSON that the function reads by itself, from `sent`
 * @param onRefusal is told of every refusal of a known caller; where it fails, the request has failed
 * @example serveHttp(world.log, async ({ params }) => ({ status: 200, body: await read(params['id']) }))
 */
export function serveHttp(
  log: Log,
  answer: (request: HttpRequest) => Promise<HttpAnswer>,
  alsoTakes: readonly string[] = [],
  onRefusal?: OnRefusal,
): HttpHandler {
  const stack = middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .onError(async (request) => {
      const { awsRequestId } = request.context;
      const error = await keptRefusal(request.event, request.error, onRefusal);
      request.response = problemOf(error, {
        log,
        requestId: awsRequestId,
        route: request.event.routeKey,
      });
    })
    .handler(async (event) => {
      const { status, body, file, headers = {} } = await answer(readRequest(event, alsoTakes));
      return {
        statusCode: status,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file !== undefined && { body: Buffer.from(file).toString('base64'), isBase64Encoded: true }),
      };
    });
  return async (event, context) => within({ requestId: context.awsRequestId }, () => stack(event, context));
}

/** The error to answer: what was refused, or why that could not be kept. */
async function keptRefusal(event: HttpEvent, error: unknown, onRefusal?: OnRefusal): Promise<unknown> {
  const route = routeOf(event);
  if (onRefusal === undefined || route === undefined || !(error instanceof AppError)) return error;
  try {
    const caller = fromContext(event.requestContext.authorizer?.lambda);
    await onRefusal({ route, caller, params: event.pathParameters ?? {} }, error);
    return error;
  } catch (failure) {
    return failure;
  }
}

function routeOf(event: HttpEvent): Route | undefined {
  return routes.find((known) => routeKey(known) === event.routeKey);
}

function readRequest(event: HttpEvent, alsoTakes: readonly string[]): HttpRequest {
  const route = routeOf(event);
  const collection = event.pathParameters?.['collection'];
  const isUnknown = collection !== undefined && typeOfCollection(collection) === undefined;
  if (route === undefined || isUnknown) throw notFound();
  // What is sent under an id that is none is told so; what is asked for under one cannot be there.
  const names = Object.values(event.pathParameters ?? {});
  if (route.method !== 'PUT' && !names.every((name) => codeSchema.safeParse(name).success)) throw notFound();
  const caller = fromContext(event.requestContext.authorizer?.lambda);
  if (!route.scopes.some((scope) => caller.scopes.includes(scope))) {
    const detail = `This call needs the scope ${route.scopes.join(' or ')}, which the token does not have.`;
    throw new AppError(403, 'insufficient-scope', detail);
  }
  if (route.person === true && !caller.isPerson) {
    const detail = 'This call is for people who have signed in, and not for machines, whatever their scopes.';
    throw new AppError(403, 'person-required', detail);
  }
  const bytes = bodyBytes(event);
  if (route.method === 'PUT' && bytes.length > MOST_PUT) {
    throw new AppError(413, 'body-too-large', 'One record or entry is 256 KB at most; nothing was stored.');
  }
  const media = (event.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const isEmpty = bytes.length === 0 && route.method !== 'PUT';
  return {
    route,
    caller,
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    body: isEmpty || alsoTakes.includes(media) ? undefined : readJson(bytes, media, alsoTakes),
    sent: { media, bytes },
  };
}

function bodyBytes({ body = '', isBase64Encoded, requestContext }: HttpEvent): Buffer {
  if (requestContext.http.method === 'GET' || requestContext.http.method === 'DELETE') return Buffer.alloc(0);
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

function readJson(bytes: Buffer, media: string, alsoTakes: readonly string[]): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(media)) {
    const taken = ['application/json', ...alsoTakes].join(' or ');
    throw new AppError(415, 'unsupported-media-type', `Send the body as content-type ${taken}.`);
  }
  return parseJson(bytes.toString('utf8').replace(/^\uFEFF/, ''));
}
