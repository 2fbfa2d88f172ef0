import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { reach } from '../../local/reach.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A server that hangs up on the first so many requests and answers the others. */
async function hangingUp(first: number): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked <= first) request.socket.destroy();
    else response.end('there');
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/v1/runs`, asked: () => asked };
}

test('asks again where the connection broke', async () => {
  const { url, asked } = await hangingUp(2);
  expect(await (await reach(url)).text()).toBe('there');
  expect(asked()).toBe(3);
});

test('asks once where asking twice might do something twice, and says what broke', async () => {
  const { url, asked } = await hangingUp(1);
  await expect(reach(url, { method: 'POST' })).rejects.toThrow(
    /^No answer to POST \/v1\/runs from http:\/\/127\.0\.0\.1:\d+: .+\.$/,
  );
  expect(asked()).toBe(1);
});

test('gives up after four times', async () => {
  const { url, asked } = await hangingUp(9);
  await expect(reach(url)).rejects.toThrow('No answer to GET /v1/runs');
  expect(asked()).toBe(4);
});
