import { afterAll, beforeAll, expect, test } from 'vitest';
import { throttledTable } from '../../support/failing-stores.ts';
import { aSentPlacement } from '../../support/sent.ts';
import { aSystem, type System } from '../../support/system.ts';

/** DynamoDB that turns requests away for being too many, as it answers on the wire; the SDK's retries are its own. */

let system: System;
/** Whether a write of a record is turned away. */
let turnedAway: (isFirst: boolean) => boolean = () => false;
let count = 0;
beforeAll(async () => {
  system = await aSystem(
    undefined,
    undefined,
    throttledTable(({ folder, command, isFirst }) => {
      const isRecord = folder.startsWith('submit-') && command === 'PutItemCommand';
      const fails = isRecord && turnedAway(isFirst);
      if (fails) count += 1;
      return fails;
    }),
  );
});
afterAll(() => system.stop());

const records = (prefix: string) =>
  Array.from({ length: 40 }, (_, i) => {
    const id = `${prefix}-${i + 1}`;
    return { type: 'placement', id, ...aSentPlacement(`SU-${id}`) };
  });

/** How many of these records are stored, in how many versions each. */
async function stored(sent: readonly { id: string }[]) {
  const versions = await Promise.all(
    sent.map(async ({ id }) => {
      const { status, body } = await system.provider('GET', `/v1/placements/${id}/history`);
      return status === 200 ? (body['versions'] as unknown[]).length : 0;
    }),
  );
  return {
    once: versions.filter((each) => each === 1).length,
    more: versions.filter((each) => each > 1).length,
  };
}

test('every third write turned away: the SDK asks again, and the sender notices nothing', async () => {
  let writes = 0;
  turnedAway = (isFirst) => isFirst && (writes += 1) % 3 === 0;
  const sent = records('A');
  const { status, body } = await system.provider('POST', '/v1/batches', { records: sent });
  turnedAway = () => false;
  expect([status, body['counts']]).toMatchObject([200, { created: 40, rejected: 0 }]);
  expect(await stored(sent)).toEqual({ once: 40, more: 0 });
  // A record is two writes, its pointer and itself.
  expect(count).toBe(26);
  console.log('DynamoDB throttles every third write: 40 of 40 records stored once, none lost.');
});

test('all writes turned away: 503 with a code and when to come again, and sent again all is there once', async () => {
  const sent = records('B');
  // Some of the batch is written before.
  let before = 20;
  turnedAway = () => (before -= 1) < 0;
  const refused = await system.provider('POST', '/v1/batches', { records: sent }, { 'idempotency-key': 'B' });
  expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([
    ...[503, 'overloaded', '5'],
  ]);
  const alone = await system.provider('PUT', '/v1/placements/C-1', aSentPlacement('SU-C-1'));
  expect([alone.status, alone.body['code']]).toEqual([503, 'overloaded']);
  const partly = (await stored(sent)).once;
  expect(partly).toBeGreaterThan(0);
  expect(partly).toBeLessThan(40);

  turnedAway = () => false;
  const again = await system.provider('POST', '/v1/batches', { records: sent }, { 'idempotency-key': 'B' });
  expect(again.body['counts']).toMatchObject({ created: 40 - partly, unchanged: partly, rejected: 0 });
  expect(await stored(sent)).toEqual({ once: 40, more: 0 });
  console.log(
    `DynamoDB throttles every write: 503 overloaded after ${partly} of 40; sent again, 40 of 40 stored once.`,
  );
});
