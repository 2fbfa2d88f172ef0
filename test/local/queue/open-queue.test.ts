import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Delivery, openQueue, type Queue } from '../../../local/queue/open-queue.ts';

let folder: string;
let queues: Queue[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'queue-'))));
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  queues = [];
  rmSync(folder, { recursive: true, force: true });
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function aQueue(
  work: (message: Delivery) => Promise<boolean>,
  more: Partial<Parameters<typeof openQueue>[0]> = {},
) {
  const queue = openQueue({
    ...{ folder, visibilitySeconds: 30, retentionSeconds: 3600, mostTries: 3, work, log },
    pauseMs: () => 1,
    ...more,
  });
  queues.push(queue);
  return queue;
}

const messages = () => readdirSync(folder).filter((name) => name.endsWith('.json')).length;
const deadLetters = () => readdirSync(join(folder, 'dead')).length;

test('messages are given out in the order they came, and are gone when they are done', async () => {
  const seen: string[] = [];
  const queue = aQueue(({ body }) => Promise.resolve(seen.push(body) > 0), { atOnce: 1 });
  for (const body of ['a', 'b', 'c']) queue.send(body);
  expect([messages(), seen]).toEqual([3, []]);
  queue.start();
  await expect.poll(messages).toBe(0);
  expect(seen).toEqual(['a', 'b', 'c']);
});

test('one that fails comes again, counted, and after so many tries is a dead letter that holds up nobody', async () => {
  const seen: [string, number][] = [];
  const queue = aQueue(({ body, received }) => {
    seen.push([body, received]);
    return body === 'poison'
      ? Promise.reject(new Error('broken'))
      : Promise.resolve(body !== 'twice' || received === 2);
  });
  queue.start();
  for (const body of ['poison', 'twice', 'well']) queue.send(body);
  await expect.poll(messages).toBe(0);
  expect(deadLetters()).toBe(1);
  const tries = (body: string) => seen.filter(([own]) => own === body).map(([, received]) => received);
  expect([tries('poison'), tries('twice'), tries('well')]).toEqual([[1, 2, 3], [1, 2], [1]]);
});

test('one that is worked on too long is given out to another, whose word counts', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const queue = aQueue(({ received }) => (received === 1 ? promise : Promise.resolve(false)), {
    visibilitySeconds: 0.05,
    pauseMs: () => 60_000,
  });
  queue.send('slow');
  queue.start();
  await pause(300);
  resolve(true);
  await pause(50);
  expect(messages()).toBe(1);
});

test('what a process was working on when it ended comes again with the next, counted on', async () => {
  const never = new Promise<boolean>(() => undefined);
  const first = openQueue({
    ...{ folder, visibilitySeconds: 1800, retentionSeconds: 3600, mostTries: 3, log },
    work: () => never,
  });
  first.send('cut off');
  first.start();
  const seen: number[] = [];
  aQueue(({ received }) => Promise.resolve(seen.push(received) > 0)).start();
  await expect.poll(messages).toBe(0);
  expect(seen).toEqual([2]);
});

test('one that kills its process each time is a dead letter when it would be given out once more', () => {
  const given: number[] = [];
  const killed = () => {
    const process = openQueue({
      ...{ folder, visibilitySeconds: 1800, retentionSeconds: 3600, mostTries: 3, log },
      work: ({ received }) => new Promise<boolean>(() => given.push(received)),
    });
    process.start();
    return process;
  };
  killed().send('poison');
  for (let start = 2; start <= 4; start += 1) killed();
  expect(given).toEqual([1, 2, 3]);
  expect([messages(), deadLetters()]).toEqual([0, 1]);
});

test('a dead letter is kept for so long', async () => {
  const sent = aQueue(() => Promise.resolve(false), { mostTries: 1, now: () => Date.now() - 7_200_000 });
  sent.start();
  sent.send('old');
  await expect.poll(deadLetters).toBe(1);
  aQueue(() => Promise.resolve(true));
  expect(deadLetters()).toBe(0);
});

test('where it cannot write it stands still, and goes on by itself once it can', async () => {
  const seen: string[] = [];
  const queue = aQueue(({ body }) => Promise.resolve(seen.push(body) > 0));
  queue.send('a');
  rmSync(folder, { recursive: true });
  queue.start();
  expect(() => queue.send('b')).toThrow('ENOENT');
  mkdirSync(folder);
  await expect.poll(() => seen).toEqual(['a']);
});
