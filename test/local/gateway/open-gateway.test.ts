import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGateway } from '../../../local/gateway/open-gateway.ts';
import { type Listening, listenOnLoopback } from '../../../local/network/listen-on-loopback.ts';
import type { HttpEvent, HttpHandler } from '../../../shared/platform/http.ts';

const handler = vi.fn<HttpHandler>();
const authorize = vi.fn<(event: unknown) => Promise<unknown>>();
const lines: object[] = [];
let clock = new Date('2026-11-04T12:00:00Z');
let server: Listening;

beforeAll(async () => {
  const write = (message: string, fields: object = {}) => void lines.push({ message, ...fields });
  const gateway = openGateway({
    routes: [
      { method: 'GET', path: '/health', function: 'fake', scopes: [] },
      { method: 'PUT', path: '/v1/{collection}/{id}', function: 'fake', scopes: ['records/write'] },
      { method: 'POST', path: '/v1/runs', function: 'fake', scopes: ['admin/all'] },
    ],
    functions: new Map([['fake', handler]]),
    authorize,
    now: () => clock,
    log: { info: write, warn: write, error: write },
    longestMs: 100,
  });
  server = await listenOnLoopback(
    createServer((request, response) => void gateway(request, response)),
    0,
  );
});

afterAll(() => server.close());

beforeEach(() => {
  handler.mockReset().mockResolvedValue({ statusCode: 200, body: 'done' });
  authorize.mockReset().mockResolvedValue({ isAuthorized: true, context: { clientId: 'c1' } });
  lines.length = 0;
});

let tokens = 0;
const newToken = () => `Bearer t${(tokens += 1)}`;
const put = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'PUT',
    body: '{}',
    headers: { authorization: newToken() },
    ...init,
  });
const eventOf = (): HttpEvent => handler.mock.calls[0]![0];

describe('the event of a request', () => {
  it('is the one of payload format 2.0', async () => {
    const answer = await put('/v1/placements/a%20b?x=1&x=2&y=%26', {
      headers: { authorization: 'Bearer abc', 'content-type': 'application/json', cookie: 'a=1; b=2' },
      body: '{"a":"é"}',
    });
    expect(answer.status).toBe(200);
    expect(eventOf()).toMatchObject({
      version: '2.0',
      routeKey: 'PUT /v1/{collection}/{id}',
      rawPath: '/v1/placements/a%20b',
      rawQueryString: 'x=1&x=2&y=%26',
      queryStringParameters: { x: '1,2', y: '&' },
      pathParameters: { collection: 'placements', id: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json' },
      body: '{"a":"é"}',
      isBase64Encoded: false,
      requestContext: {
        routeKey: 'PUT /v1/{collection}/{id}',
        stage: '$default',
        http: { method: 'PUT', path: '/v1/placements/a%20b', sourceIp: '127.0.0.1' },
        authorizer: { lambda: { clientId: 'c1' } },
      },
    });
  });

  it('carries a body that is not text in base64, and no body at all as none', async () => {
    await put('/v1/a/b', { body: Buffer.from([0, 255]) });
    expect(eventOf()).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    handler.mockClear();
    await fetch(`${server.url}/health`);
    expect(eventOf()).not.toHaveProperty('body');
    expect(eventOf().requestContext).not.toHaveProperty('authorizer');
  });
});

describe('the answer', () => {
  it('is what the function said: status, headers, cookies, bytes', async () => {
    handler.mockResolvedValue({
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', ETag: '"1"' },
      cookies: ['a=1', 'b=2'],
      body: 'AP8=',
      isBase64Encoded: true,
    });
    const answer = await put('/v1/a/b');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('etag')]).toEqual([
      201,
      'image/png',
      '"1"',
    ]);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255]);
  });

  it.each([
    ['an unknown path', () => fetch(`${server.url}/nowhere`), 404, 'Not Found'],
    ['an unknown method', () => fetch(`${server.url}/v1/runs`, { method: 'DELETE' }), 404, 'Not Found'],
    ['a path that cannot be decoded', () => put('/v1/a/%E0%A4%A'), 400, 'Bad Request'],
    [
      'a body of more than 10 MB',
      () => put('/v1/a/b', { body: Buffer.alloc(10 * 1024 * 1024 + 1) }),
      413,
      'Request Entity Too Large',
    ],
  ])('to %s is fixed', async (_, ask, status, message) => {
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
    expect(handler).not.toHaveBeenCalled();
  });

  it('is 500 where the function throws or says more than 6 MB, and tells nothing of it', async () => {
    handler.mockRejectedValueOnce(new Error('Ada Lovelace'));
    const thrown = await put('/v1/a/b');
    expect([thrown.status, await thrown.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    handler.mockResolvedValueOnce({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) });
    expect((await put('/v1/a/b')).status).toBe(500);
    expect(JSON.stringify(lines)).not.toContain('Ada');
  });

  it('is 503 where the function takes too long', async () => {
    handler.mockReturnValue(new Promise(() => undefined));
    const answer = await put('/v1/a/b');
    expect([answer.status, await answer.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it('comes after one that was malformed, too', async () => {
    for (const malformed of ['nonsense\r\n\r\n', 'GET /health HTTP/1.1\r\nContent-Length: -1\r\n\r\n'])
      await new Promise<void>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => socket.write(malformed));
        socket.resume().on('close', () => resolve());
      });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });
});

describe('authorization', () => {
  it('answers 401 without a token, and does not ask', async () => {
    const answer = await put('/v1/a/b', { headers: {} });
    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(authorize).not.toHaveBeenCalled();
  });

  it('answers 401 where the authorizer says Unauthorized, 403 where it says no, 500 where it breaks', async () => {
    authorize.mockRejectedValueOnce(new Error('Unauthorized'));
    expect((await put('/v1/a/b')).status).toBe(401);
    authorize.mockResolvedValueOnce({ isAuthorized: false });
    const forbidden = await put('/v1/a/b');
    expect([forbidden.status, await forbidden.json()]).toEqual([403, { message: 'Forbidden' }]);
    authorize.mockRejectedValueOnce(new Error('the table is away'));
    expect((await put('/v1/a/b')).status).toBe(500);
    expect(handler).not.toHaveBeenCalled();
  });

  it('asks once a minute for the same token, on every route', async () => {
    const headers = { authorization: newToken() };
    await put('/v1/a/b', { headers });
    await fetch(`${server.url}/v1/runs`, { method: 'POST', headers });
    expect(authorize).toHaveBeenCalledTimes(1);
    clock = new Date(clock.getTime() + 60_001);
    await put('/v1/a/b', { headers });
    expect(authorize).toHaveBeenCalledTimes(2);
  });

  it('does not remember that a token was refused', async () => {
    const headers = { authorization: newToken() };
    authorize.mockRejectedValueOnce(new Error('Unauthorized'));
    expect((await put('/v1/a/b', { headers })).status).toBe(401);
    expect((await put('/v1/a/b', { headers })).status).toBe(200);
  });

  it('asks nobody where a route needs no scope', async () => {
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect(authorize).not.toHaveBeenCalled();
  });
});

describe('the log', () => {
  it('names the route, the status and the time, never the path', async () => {
    await put('/v1/placements/secret-reference?personRef=P1');
    expect(lines).toEqual([
      {
        message: 'request',
        routeKey: 'PUT /v1/{collection}/{id}',
        status: 200,
        ms: expect.any(Number) as number,
      },
    ]);
  });
});
