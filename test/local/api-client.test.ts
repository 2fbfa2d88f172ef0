import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { ApiError, apiClient } from '../../local/api-client.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };
type Call = { method: string; url: string; authorization: string | undefined; body: string };

let server: Server | undefined;
afterEach(() => server?.close());

/** A server on loopback that answers by method and path; tokens are t1, t2, … and last `tokenSeconds`. */
async function serving(answers: Record<string, Answer | (() => Answer)>, tokenSeconds = 3600) {
  const calls: Call[] = [];
  let tokens = 0;
  server = createServer((request: IncomingMessage, response) => {
    void (async () => {
      const call = {
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization,
        body: await text(request),
      };
      calls.push(call);
      const key = `${call.method} ${call.url}`;
      const given =
        key === 'POST /token' && answers[key] === undefined
          ? { body: { access_token: `t${++tokens}`, expires_in: tokenSeconds } }
          : answers[key];
      const answer = typeof given === 'function' ? given() : (given ?? { status: 500 });
      response.writeHead(answer.status ?? 200, answer.headers);
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
    })();
  });
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = apiClient(
    { baseUrl, tokenUrl: `${baseUrl}/token` },
    { id: 'abc', secret: 's3cret', scopes: ['records/write', 'records/read'] },
  );
  return { baseUrl, client, calls };
}

const tokenCalls = (calls: Call[]) => calls.filter(({ url }) => url === '/token');

test('asks for one token by client credentials with its scopes, and uses it for all calls', async () => {
  const { client, calls } = await serving({ 'PUT /v1/providers/a': {}, 'PUT /v1/providers/b': {} });
  await Promise.all([
    client.putRegistry('providers', 'a', { name: 'A' }),
    client.putRegistry('providers', 'b', { name: 'B' }),
  ]);
  expect(tokenCalls(calls)).toEqual([
    {
      method: 'POST',
      url: '/token',
      authorization: 'Basic YWJjOnMzY3JldA==',
      body: 'grant_type=client_credentials&scope=records%2Fwrite+records%2Fread',
    },
  ]);
  const puts = calls.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t1']);
  expect(puts.map(({ body }) => body).sort()).toEqual(['{"name":"A"}', '{"name":"B"}']);
});

test('renews a token before it ends', async () => {
  const { client, calls } = await serving({ 'PUT /v1/providers/a': {} }, 59);
  await client.putRegistry('providers', 'a', { name: 'A' });
  await client.putRegistry('providers', 'a', { name: 'A' });
  expect(
    calls.map(({ authorization }) => authorization).filter((each) => each?.startsWith('Bearer')),
  ).toEqual(['Bearer t1', 'Bearer t2']);
});

test('says status, code and detail of what is refused', async () => {
  const { client } = await serving({
    'POST /v1/runs': {
      status: 409,
      headers: { 'content-type': 'application/problem+json' },
      body: { title: 'Conflict', status: 409, code: 'month-open', detail: 'The month has not ended yet.' },
    },
  });
  const refusal = await client.startRun({ month: '2026-11' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({
    status: 409,
    code: 'month-open',
    message: 'POST /v1/runs answered 409 month-open: The month has not ended yet.',
  });
});

test('says what can be said of a refusal that is no problem document', async () => {
  const { client } = await serving({ 'PUT /v1/providers/a': { status: 502, body: '<html>' } });
  await expect(client.putRegistry('providers', 'a', { name: 'A' })).rejects.toThrow(
    'PUT /v1/providers/a answered 502 no-code: no further word',
  );
});

test('says that the token was refused, and asks again the next time', async () => {
  let refuse = true;
  const { client } = await serving({
    'POST /token': () =>
      refuse
        ? { status: 400, body: { error: 'invalid_client' } }
        : { body: { access_token: 't', expires_in: 3600 } },
    'PUT /v1/providers/a': {},
  });
  await expect(client.putRegistry('providers', 'a', { name: 'A' })).rejects.toThrow('400 invalid_client');
  refuse = false;
  await expect(client.putRegistry('providers', 'a', { name: 'A' })).resolves.toBeUndefined();
});

test('polls a run until it has ended', async () => {
  const states = ['queued', 'running', 'succeeded'];
  const { client, calls } = await serving({
    'GET /v1/runs/r1': () => ({ body: { id: 'r1', month: '2026-10', state: states.shift() } }),
  });
  expect(await client.waitForRun('r1')).toMatchObject({ id: 'r1', state: 'succeeded' });
  expect(calls.filter(({ url }) => url === '/v1/runs/r1')).toHaveLength(3);
});

test('follows the link of a file without taking the token along', async () => {
  const { client, calls } = await serving({
    'GET /v1/packs/northshire/2026-10/files/outcomes.csv?revision=2': {
      status: 302,
      headers: { location: '/signed' },
    },
    'GET /signed': { body: 'measure,value\n' },
  });
  const file = await client.downloadFile('northshire', '2026-10', 'outcomes.csv', 2);
  expect(Buffer.from(file).toString()).toBe('measure,value\n');
  expect(calls.at(-1)).toMatchObject({ url: '/signed', authorization: undefined });
});

test('gives a new client as credentials to ask for tokens with', async () => {
  const { client, calls } = await serving({
    'PUT /v1/clients/janus': { body: { id: 'janus', clientId: 'c1', secret: 'x' } },
  });
  const scopes = ['records/write'] as const;
  expect(await client.putClient('janus', { provider: 'janus-enterprise', scopes })).toEqual({
    id: 'c1',
    secret: 'x',
    scopes,
  });
  expect(calls.at(-1)?.body).toBe('{"provider":"janus-enterprise","scopes":["records/write"]}');
});
