import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowOrigins } from '../../../local/objects/allow-origins.ts';

const PORTAL = 'http://127.0.0.1:8787';
const rules = { origins: [PORTAL], methods: ['POST', 'GET'] };

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!allowOrigins(request, response, request.url === '/packs' ? undefined : rules))
      response.end('answered');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const asked = async (path: string, method: string, headers: Record<string, string>) => {
  const response = await fetch(`${url}${path}`, { method, headers });
  return [response.status, response.headers.get('access-control-allow-origin'), await response.text()];
};
const before = (origin: string, method: string) => ({ origin, 'access-control-request-method': method });

test('a page that is named is told beforehand that it may post and read', async () => {
  expect(await asked('/uploads', 'OPTIONS', before(PORTAL, 'POST'))).toEqual([200, PORTAL, '']);
  expect(await asked('/uploads', 'OPTIONS', before(PORTAL, 'DELETE'))).toEqual([403, null, '']);
});

test('any other page is refused beforehand, and is not told that it may read an answer', async () => {
  expect(await asked('/uploads', 'OPTIONS', before('http://evil.example', 'POST'))).toEqual([403, null, '']);
  expect(await asked('/uploads', 'GET', { origin: 'http://evil.example' })).toEqual([200, null, 'answered']);
});

test('what is asked for then is answered with leave to read it', async () => {
  expect(await asked('/uploads', 'GET', { origin: PORTAL })).toEqual([200, PORTAL, 'answered']);
});

test('a bucket without rules, and a caller that is no page, are answered as ever', async () => {
  expect(await asked('/packs', 'GET', { origin: PORTAL })).toEqual([200, null, 'answered']);
  expect(await asked('/uploads', 'GET', {})).toEqual([200, null, 'answered']);
  expect(await asked('/packs', 'OPTIONS', before(PORTAL, 'GET'))).toEqual([403, null, '']);
});
