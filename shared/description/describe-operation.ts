import type { Route } from '../platform/routes.ts';
import { STATUS_WORDS } from './status-words.ts';
import type { Content, Operation, Parameter } from './operation.ts';

/** One operation as OpenAPI has it, with what all routes answer alike: the gateway's own answers and common problems. */
export function describeOperation(route: Route, operation: Operation): Record<string, unknown> {
  const { id, tag, summary, description, path = {}, query = {}, headers = {}, body, answers } = operation;
  const also = Object.entries(operation.bodyAlso ?? {}).map(
    ([media, example]) => [media, { schema: { type: 'string' }, example }] as const,
  );
  const parameters = [
    ...parametersIn('path', path),
    ...parametersIn('query', query),
    ...parametersIn('header', headers),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: bodyOf(body, Object.fromEntries(also)) }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, contentOf(answer)])),
      ...refusals(route, operation),
    },
    security: [
      ...(route.person === true ? [] : route.scopes.map((scope) => ({ token: [scope] }))),
      ...(route.scopes.length > 0 ? [{ bearer: [] }] : []),
    ],
  };
}

function parametersIn(place: 'path' | 'query' | 'header', parameters: Readonly<Record<string, Parameter>>) {
  return Object.entries(parameters).map(
    ([name, { description, required, schema = { type: 'string' }, example }]) => ({
      name,
      in: place,
      description,
      required: place === 'path' || required === true,
      schema,
      ...(example !== undefined && { example }),
    }),
  );
}

function bodyOf(body: Content, also: Readonly<Record<string, unknown>>) {
  const { description, content } = contentOf(body);
  return { required: true, description, content: { ...content, ...also } };
}

function contentOf(content: Content): { description: string; content?: Record<string, unknown> } {
  const { description } = content;
  if ('empty' in content) return { description };
  if ('file' in content)
    return { description, content: { [content.file]: { schema: { type: 'string', format: 'binary' } } } };
  const schema = { $ref: `#/components/schemas/${content.schema}` };
  return { description, content: { 'application/json': { schema, example: content.example } } };
}

/** Every refusal by status, with its codes: a problem document, or what the gateway answers itself, or either. */
function refusals(route: Route, { problems, body }: Operation): Record<string, unknown> {
  const hasToken = route.scopes.length > 0;
  const codes = new Map<number, string[]>(
    Object.entries(problems).map(([status, own]) => [Number(status), [...own]]),
  );
  const add = (status: number, code: string) => codes.set(status, [...(codes.get(status) ?? []), code]);
  if (hasToken) add(403, 'insufficient-scope');
  if (route.person === true) add(403, 'person-required');
  if (hasToken || route.path.includes('{')) add(404, 'not-found');
  add(500, 'internal-error');
  if (codes.has(503)) add(503, 'overloaded');
  const gateway = [...(hasToken ? [401, 403] : []), ...(body ? [413] : []), 429, 500, 503];
  const statuses = [...new Set([...codes.keys(), ...gateway])].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [status, refusal(status, codes.get(status) ?? [], gateway.includes(status))]),
  );
}

const GATEWAY = { 'application/json': { schema: { $ref: '#/components/schemas/GatewayAnswer' } } };

/** The statuses that the gateway may answer to any request, each once for all operations. */
export const GATEWAY_RESPONSES = {
  ...Object.fromEntries(
    [401, 413, 429].map((status) => [
      `Gateway${status}`,
      { description: `${STATUS_WORDS[status] ?? ''} Answered by the gateway.`, content: GATEWAY },
    ]),
  ),
  // The one that may also be ours whatever was asked: a store that turns requests away.
  Gateway503: refusal(503, ['overloaded'], true),
};

function refusal(status: number, codes: readonly string[], ofGateway: boolean) {
  const words = STATUS_WORDS[status] ?? 'Refused.';
  if (codes.length === 0) return { $ref: `#/components/responses/Gateway${status}` };
  const by = ofGateway ? ' The gateway may answer so, too, without a code.' : '';
  const code = { type: 'object', properties: { code: { enum: codes } } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, code] };
  return {
    description: `${words} Codes: ${codes.join(', ')}.${by}`,
    content: { 'application/problem+json': { schema }, ...(ofGateway && GATEWAY) },
  };
}
