import { expect, test } from 'vitest';
import type { LocalProcess } from './local-process.ts';
import { newOracle } from './oracle.ts';
import { settleAll } from './settle.ts';
import { openWorld } from './world.ts';

/** A world whose processes do nothing, and end by themselves when they are told to. */
async function aWorld() {
  const oracle = newOracle();
  let die: (how: string) => void = () => undefined;
  const world = await openWorld(
    'nowhere',
    oracle,
    { until: 0, mostRequests: 0, mostRecords: 0 },
    (_, died) => {
      let isGone = false;
      die = (how) => {
        isGone = true;
        died(how);
      };
      const process: LocalProcess = {
        ...{ baseUrl: 'http://127.0.0.1', tokenUrl: 'http://127.0.0.1', clients: [] },
        ...{
          isWarm: () => undefined,
          samples: () => [],
          liveHeap: () => Promise.reject(new Error('it has no heap')),
          isGone: () => isGone,
        },
        ...{ kill: () => Promise.resolve(), stop: () => Promise.resolve(0) },
      };
      return Promise.resolve(process);
    },
  );
  return { world, complaints: oracle.complaints, die: (how: string) => die(how) };
}

const noAnswer = (): Promise<string> =>
  Promise.reject(new Error('fetch failed', { cause: new Error('other side closed') }));

test('what is not answered is a complaint where nobody killed the process', async () => {
  const { world, complaints } = await aWorld();
  expect(await world.attempt('a record', noAnswer)).toBeUndefined();
  expect(complaints).toEqual([
    'a record: not answered, and nobody had killed the process (fetch failed: other side closed)',
  ]);
});

test('what is not answered while the process is killed is in doubt, and no complaint', async () => {
  const { world, complaints } = await aWorld();
  const asked = world.attempt('a record', async () => {
    await world.restart();
    return noAnswer();
  });
  expect(await asked).toBeUndefined();
  expect(complaints).toEqual([]);
});

test('what was asked for of a process that was killed since may come to nothing at the next', async () => {
  const { world, complaints } = await aWorld();
  const since = await world.up();
  await world.restart();
  expect(await world.attempt('a file', noAnswer, since)).toBeUndefined();
  expect(complaints).toEqual([]);
});

test('an answer that says that the system failed is a complaint where nobody killed it', async () => {
  const { world, complaints } = await aWorld();
  const failed = () => Promise.resolve({ status: 500, headers: new Headers(), body: {} });
  expect(await world.answered('a release', failed)).toBeUndefined();
  expect(complaints).toEqual(['a release: answered 500']);
});

test('a process that ends by itself is one complaint, and what it leaves unanswered is none beside', async () => {
  const { world, complaints, die } = await aWorld();
  die('SIGABRT');
  expect(await world.attempt('a record', noAnswer)).toBeUndefined();
  expect(complaints).toEqual(['the process ended by itself: SIGABRT']);
});

test('at the end everything is sent again until it is answered, and what never is remains', async () => {
  let times = 0;
  const doubt = { settle: () => undefined };
  const third = { doubt, again: () => Promise.resolve((times += 1) === 3) };
  expect(await settleAll([{ unanswered: [third] }])).toBe(0);
  expect(times).toBe(3);
  const never = { doubt, again: () => Promise.resolve(false) };
  expect(await settleAll([{ unanswered: [never, third] }, { unanswered: [never] }], 0)).toBe(3);
});
