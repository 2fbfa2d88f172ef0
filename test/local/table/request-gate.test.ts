import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Listening, listenOnLoopback } from '../../../local/network/listen-on-loopback.ts';
import { requestGate } from '../../../local/table/request-gate.ts';

const WORK_MS = 100;
let gate: ReturnType<typeof requestGate>;
let server: Listening;
let begun: string[];
let ended: string[];

beforeEach(async () => {
  [begun, ended] = [[], []];
  gate = requestGate((incoming, response) => {
    const name = incoming.url ?? '';
    begun.push(name);
    incoming.resume().on('end', () => {
      void setTimeout(WORK_MS).then(() => {
        ended.push(name);
        response.end(name);
      });
    });
  });
  server = await listenOnLoopback(createServer(gate.pass), 0);
});

afterEach(() => server.close());

const text = async (path: string) => (await fetch(`${server.url}${path}`)).text();
const begins = async (path: string) => {
  while (!begun.includes(path)) await setTimeout(5);
};

it('is empty only when those inside were answered, and holds those who come meanwhile', async () => {
  const first = text('/1');
  await begins('/1');
  const shut = gate.shut();
  const second = text('/2');
  await shut;
  expect([begun, ended]).toEqual([['/1'], ['/1']]);
  await setTimeout(WORK_MS);
  expect(begun).toEqual(['/1']);
  gate.open();
  expect(await Promise.all([first, second])).toEqual(['/1', '/2']);
});

it('waits for the work of one who hung up', async () => {
  const sent = request(`${server.url}/1`).on('error', () => undefined);
  sent.end();
  await begins('/1');
  sent.destroy();
  await gate.shut();
  expect(ended).toEqual(['/1']);
});

it('does not wait for one who hung up before all was sent', async () => {
  const sent = request(`${server.url}/1`, { method: 'POST', headers: { 'content-length': 10 } });
  sent.on('error', () => undefined).write('part');
  await begins('/1');
  sent.destroy();
  await gate.shut();
  expect(ended).toEqual([]);
});

it('lets none in who hung up while waiting', async () => {
  await gate.shut();
  const sent = request(`${server.url}/1`).on('error', () => undefined);
  sent.end();
  await once(sent, 'finish');
  await setTimeout(WORK_MS);
  sent.destroy();
  await setTimeout(WORK_MS);
  gate.open();
  expect(await text('/2')).toBe('/2');
  expect(begun).toEqual(['/2']);
});
