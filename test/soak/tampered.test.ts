import { join } from 'node:path';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from '../../local/demo/random.ts';
import { storeNames } from '../../local/stores.ts';
import { startTable } from '../../local/table/start-table.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { aSystem, type System } from '../support/system.ts';
import { contentOf, targetOf } from './contents.ts';
import { differences } from './differences.ts';
import { lookThrough } from './look-through.ts';
import { newOracle } from './oracle.ts';
import { afterSending } from './state.ts';

/** A store that is tampered with while nobody serves it: whatever is missing, doubled or half there is told. */

const PROVIDER = 'janus-enterprise';
const TableName = storeNames.TABLE_NAME;
type Item = Readonly<Record<string, unknown>> & { readonly PK: string; readonly SK: string };

const oracle = newOracle();
let system: System;
beforeAll(async () => {
  system = await aSystem();
  const random = randomOf(1);
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const target = targetOf(PROVIDER, `SU-${number}`, 'review');
    for (const version of [1, 2]) {
      const content = { ...contentOf(target, random), daysUsed: { alcohol: version } };
      const { body } = await system.provider('PUT', `/v1/reviews/${target.id}`, content);
      oracle.acknowledge({ target, next: (state) => afterSending(state, content) }, Number(body['version']));
    }
  }
});
afterAll(() => system.stop());

const look = () => lookThrough(oracle, () => Promise.resolve(system.provider));

/** Does something to the table of a system that is stopped for it, and starts it again. */
async function whileStopped(act: (client: DynamoDBDocumentClient, items: readonly Item[]) => Promise<void>) {
  await system.close();
  const server = await startTable(join(system.dataDir, 'table'), () => undefined);
  const client = tableClient({ ...server.connection, maxAttempts: 1 });
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  await act(client, Items as Item[]);
  client.destroy();
  await server.close();
  system = await aSystem('2026-11-04T13:00:00Z', system.dataDir);
}

test('nothing is told of a store as it was left', async () => {
  expect(oracle.complaints).toEqual([]);
  expect(differences(oracle, await look())).toEqual([]);
});

test('what is dropped, doubled, half written or half removed is told', async () => {
  await whileStopped(async (client, items) => {
    const remove = async (item: Item | undefined) => {
      if (item === undefined) throw new Error('there is no such item');
      await client.send(new DeleteCommand({ TableName, Key: { PK: item.PK, SK: item.SK } }));
    };
    const put = (Item: Item) => client.send(new PutCommand({ TableName, Item }));
    const ofReview = (number: number) =>
      items.filter((item) => JSON.stringify(item).includes(`R-SU-${number}`));
    const record = (number: number) => ofReview(number).find((item) => 'data' in item && 'GSI2PK' in item)!;
    const pointer = (number: number) => ofReview(number).find((item) => 'partition' in item);
    const former = (number: number) => ofReview(number).find((item) => 'data' in item && !('GSI2PK' in item));

    await remove(record(1));
    await remove(pointer(2));
    await remove(former(3));
    const other = JSON.parse(JSON.stringify(record(4)).replaceAll('R-SU-4', 'R-SU-40')) as Item;
    await put(other);
    await put({ ...record(5), data: { ...(record(5)['data'] as object), daysUsed: { alcohol: 28 } } });
    const { GSI2PK: _, GSI2SK: __, ...unlisted } = record(6);
    await put(unlisted);
  });
  const found = differences(oracle, await look());
  const told = (number: number) => found.filter((line) => line.includes(`R-SU-${number}:`)).join('\n');
  expect(told(1)).toContain('listed as nothing, where it is version 2');
  expect(told(2)).toContain('read as absent, and listed as version 2');
  expect(told(3)).toContain('has the history 2, and is version 2');
  expect(told(40)).toContain('was never sent');
  expect(told(5)).toContain('"alcohol":28');
  expect(told(6)).toContain('listed as nothing, where it is version 2');
});
