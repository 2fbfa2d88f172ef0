import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { toContext } from '../../shared/platform/caller.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { type HttpAnswer, type HttpEvent, type HttpRequest, serveHttp } from '../../shared/platform/http.ts';
import { anHttpEvent } from '../support/http-event.ts';

const lines: string[] = [];
const write = (message: string, fields?: object) => void lines.push(JSON.stringify({ message, ...fields }));
const log = { info: write, warn: write, error: write };

const call = async (event: HttpEvent, answer: (request: HttpRequest) => Promise<HttpAnswer>) => {
  const response = await serveHttp(log, answer)(event, { awsRequestId: 'request-1' } as Context);
  const { statusCode, headers, body } = response;
  return { status: statusCode, type: headers?.['content-type'], body: JSON.parse(body ?? 'null') as unknown };
};
const echo = ({ body, params, caller }: HttpRequest) =>
  Promise.resolve({ status: 200, body: { body, params, caller } });

const caller = {
  clientId: 'c',
  sub: 's',
  scopes: ['records/write'],
  binding: { provider: 'janus' },
  isPerson: false,
};
const put = (more: object = {}) =>
  anHttpEvent({ routeKey: 'PUT /v1/{collection}/{id}', caller: toContext(caller), body: '{"a":1}', ...more });

test('hands on the caller, the path and the JSON', async () => {
  expect(await call(put({ pathParameters: { id: '7' } }), echo)).toEqual({
    status: 200,
    type: 'application/json',
    body: { body: { a: 1 }, params: { id: '7' }, caller },
  });
});

test('reads a body that API Gateway encoded', async () => {
  const event = put({ body: Buffer.from('{"a":"é"}').toString('base64'), isBase64Encoded: true });
  expect(await call(event, echo)).toMatchObject({ body: { body: { a: 'é' } } });
});

test.each([
  [
    'a token without the scope',
    { caller: toContext({ ...caller, scopes: ['records/read'] }) },
    403,
    'insufficient-scope',
  ],
  ['a body that is not JSON', { body: '{"name": "Zebediah' }, 400, 'malformed-json'],
  ['no body', { body: undefined }, 400, 'malformed-json'],
  ['another content type', { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
  ['no content type', { headers: {} }, 415, 'unsupported-media-type'],
])('%s is refused with a problem document', async (_, more, status, code) => {
  lines.length = 0;
  const refused = await call(put(more), echo);
  expect(refused).toMatchObject({ status, type: 'application/problem+json', body: { status, code } });
  expect(JSON.stringify(refused) + lines.join()).not.toContain('Zebediah');
});

test('a route that is not in the table is not found', async () => {
  expect(await call(put({ routeKey: 'PATCH /v1/{collection}/{id}' }), echo)).toMatchObject({ status: 404 });
});

test('what a person can act on is told, with its fields', async () => {
  const issues = [{ field: 'endedOn', code: 'required', message: 'an end needs its date' }];
  const refuse = () => Promise.reject(new AppError(422, 'invalid-record', 'Refused.', { issues }));
  expect(await call(put(), refuse)).toMatchObject({
    status: 422,
    body: {
      type: 'urn:janus-outcomes:problem:invalid-record',
      title: 'Unprocessable Entity',
      detail: 'Refused.',
      errors: issues,
    },
  });
});

test('an unexpected error is logged by name and place; its message is neither told nor logged', async () => {
  lines.length = 0;
  const answer = await call(put(), () => Promise.reject(new TypeError('cannot read Zebediah of 9434765919')));
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
  expect(lines.join()).toContain('TypeError');
  expect(lines.join()).toContain('http.test.ts');
  expect(JSON.stringify(answer) + lines.join()).not.toMatch(/Zebediah|9434765919/);
});

test('that a store turned it away for being too many is told as that', async () => {
  const throttled = Object.assign(new Error('slow'), { name: 'ProvisionedThroughputExceededException' });
  const answer = await call(put(), () => Promise.reject(throttled));
  expect(answer).toMatchObject({
    ...{ status: 503, body: { code: 'overloaded', title: 'Service Unavailable' } },
  });
});
