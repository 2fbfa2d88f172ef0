import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from '../../local/demo/random.ts';
import { storeNames } from '../../local/stores.ts';
import { startTable } from '../../local/table/start-table.ts';
import { fetchKey } from '../../scripts/verify/fetch-key.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { aSystem, type System } from '../support/system.ts';
import { contentOf, targetOf } from './contents.ts';
import { differences } from './differences.ts';
import { lookThrough } from './look-through.ts';
import { newOracle, type Target } from './oracle.ts';
import { packsThatDiffer } from './packs-that-differ.ts';
import { afterSending, type Past } from './past.ts';
import type { Content } from './state.ts';

/** A store that is tampered with while nobody serves it: whatever is missing, doubled or half there is told. */

const PROVIDER = 'janus-enterprise';
const TableName = storeNames.TABLE_NAME;
type Item = Readonly<Record<string, unknown>> & { readonly PK: string; readonly SK: string };

const oracle = newOracle();
let system: System;
beforeAll(async () => {
  system = await aSystem();
  const random = randomOf(1);
  const sender = system.clients.find(({ provider }) => provider === PROVIDER)?.id ?? '';
  const send = async (target: Target, content: Content) => {
    const { body } = await system.provider('PUT', `/v1/${target.type}s/${target.id}`, content);
    const next = (past: Past) => afterSending(past, content, sender);
    oracle.acknowledge({ target, next }, Number(body['version']));
  };
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    const review = targetOf(PROVIDER, `SU-${number}`, 'review');
    for (const version of [1, 2])
      await send(review, { ...contentOf(review, random), daysUsed: { alcohol: version } });
  }
  for (const number of [1, 2, 3]) {
    const placement = targetOf(PROVIDER, `SU-${number}`, 'placement');
    await send(placement, contentOf(placement, random));
    await system.runMonth({ month: '2026-10' });
  }
});
afterAll(() => system.stop());

const look = () => lookThrough(oracle, () => Promise.resolve(system.provider));
const packs = async () =>
  packsThatDiffer(system.operator, await fetchKey(`${system.baseUrl}/signing-key.pem`));

/** Does something to the table of a system that is stopped for it, and starts it again. */
async function withTable(act: (client: DynamoDBDocumentClient, items: readonly Item[]) => Promise<void>) {
  const server = await startTable(join(system.dataDir, 'table'), () => undefined);
  const client = tableClient({ ...server.connection, maxAttempts: 1 });
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  await act(client, Items as Item[]);
  client.destroy();
  await server.close();
}

/** Stops the system, does something to its folder, and starts it again. */
async function whileStopped(act: () => Promise<void>) {
  await system.close();
  await act();
  system = await aSystem('2026-11-04T12:30:00Z', system.dataDir);
}

/** Where one file of a pack is kept: which name it has, and which file its bytes are in. */
async function keptFile(name: string) {
  const bucket = join(system.dataDir, 'objects', storeNames.PACKS_BUCKET);
  for (const file of await readdir(join(bucket, 'keys'))) {
    const key = join(bucket, 'keys', file);
    const entry = JSON.parse(await readFile(key, 'utf8')) as { key: string; versions: { body: string }[] };
    if (entry.key === `packs/northshire/2026-10/${name}`)
      return { key, body: join(bucket, 'bodies', entry.versions[0]!.body) };
  }
  throw new Error(`there is no ${name}`);
}

test('nothing is told of a store as it was left', async () => {
  expect(oracle.complaints).toEqual([]);
  expect(differences(oracle, await look())).toEqual([]);
  expect(await packs()).toEqual([]);
});

test('a file of an issued pack that is gone or altered is told, whichever revision it is of', async () => {
  await whileStopped(async () => {
    await rm((await keptFile('r1/outcomes.csv')).key);
    const { body } = await keptFile('r2/pack.html');
    const bytes = await readFile(body);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    await writeFile(body, bytes);
  });
  expect(await packs()).toEqual([
    'revision 1: outcomes.csv missing',
    expect.stringContaining('revision 2: pack.html changed'),
  ]);
});

test('what is dropped, doubled, half written or half removed is told', async () => {
  await whileStopped(() =>
    withTable(async (client, items) => {
      const remove = async (item: Item | undefined) => {
        if (item === undefined) throw new Error('there is no such item');
        await client.send(new DeleteCommand({ TableName, Key: { PK: item.PK, SK: item.SK } }));
      };
      const put = (Item: Item) => client.send(new PutCommand({ TableName, Item }));
      const ofReview = (number: number) =>
        items.filter((item) => JSON.stringify(item).includes(`R-SU-${number}`));
      const record = (number: number) => ofReview(number).find((item) => 'data' in item && 'GSI2PK' in item)!;
      const pointer = (number: number) => ofReview(number).find((item) => 'partition' in item);
      const former = (number: number) =>
        ofReview(number).find((item) => 'data' in item && !('GSI2PK' in item));

      await remove(record(1));
      await remove(pointer(2));
      await remove(former(3));
      const other = JSON.parse(JSON.stringify(record(4)).replaceAll('R-SU-4', 'R-SU-40')) as Item;
      await put(other);
      await put({ ...record(5), data: { ...(record(5)['data'] as object), daysUsed: { alcohol: 28 } } });
      const { GSI2PK: _, GSI2SK: __, ...unlisted } = record(6);
      await put(unlisted);
      const altered = { client: 'client-of-nobody', recordedAt: '2020-01-01T00:00:00.000Z' };
      await put({ ...former(7)!, ...altered });
    }),
  );
  const found = differences(oracle, await look());
  const told = (number: number) => found.filter((line) => line.includes(`R-SU-${number}:`)).join('\n');
  expect(told(1)).toContain('listed as nothing, where it is version 2');
  expect(told(2)).toContain('read as absent, and listed as version 2');
  expect(told(3)).toContain('has the history 2, and is version 2');
  expect(told(40)).toContain('was never sent');
  expect(told(5)).toContain('"alcohol":28');
  expect(told(6)).toContain('listed as nothing, where it is version 2');
  expect(told(7)).toContain('version 1 of its history created by client-of-nobody');
  expect(told(7)).toContain('version 1 of its history recorded at 2020-01-01');
});
