import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import database, { type Operation } from 'dynalite/db/index.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listenOnLoopback } from '../../../local/network/listen-on-loopback.ts';
import { ensureTable } from '../../../local/table/ensure-table.ts';
import { writeWholeItems } from '../../../local/table/write-whole-items.ts';
import { tableClient } from '../../../shared/platform/aws-table.ts';
import { rowsTable } from './rows-table.ts';

let server: Listening;
let client: ReturnType<typeof tableClient>;

beforeAll(async () => {
  writeWholeItems();
  server = await listenOnLoopback(dynalite({ createTableMs: 0 }), 0);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { endpoint: server.url, region: 'eu-west-2', credentials };
  const raw = new DynamoDBClient(config);
  await ensureTable(raw, 'records', rowsTable);
  raw.destroy();
  client = tableClient(config);
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

const TableName = 'records';
const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const inIndex = async (value: string) => {
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'GSI1',
      KeyConditionExpression: 'GSI1PK = :p',
      ExpressionAttributeValues: { ':p': value },
    }),
  );
  return Items;
};

it('shows an item in its index from its first write to its last', async () => {
  const key = { PK: 'a', SK: '1' };
  await client.send(new PutCommand({ TableName, Item: { ...key, GSI1PK: 'x', n: 1 } }));
  expect(await inIndex('x')).toEqual([{ ...key, GSI1PK: 'x', n: 1 }]);
  await client.send(
    new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: 'SET GSI1PK = :y',
      ExpressionAttributeValues: { ':y': 'y' },
    }),
  );
  expect([await inIndex('x'), await inIndex('y')]).toEqual([[], [{ ...key, GSI1PK: 'y', n: 1 }]]);
  await client.send(new DeleteCommand({ TableName, Key: key }));
  expect(await inIndex('y')).toEqual([]);
  await client.send(new DeleteCommand({ TableName, Key: key }));
});

it('tells of every write that takes something away, and of no other', async () => {
  const key = { PK: 'told', SK: '1' };
  const told: string[] = [];
  let doing = '';
  writeWholeItems(() => told.push(doing));
  const put = async (name: string, item: object) => {
    doing = name;
    await client.send(new PutCommand({ TableName, Item: { ...key, ...item } }));
  };
  const remove = async (name: string) => {
    doing = name;
    await client.send(new DeleteCommand({ TableName, Key: key }));
  };
  await put('first', { a: 'a' });
  await put('changed', { a: 'b', more: 'c', GSI1PK: 'x' });
  await put('left an index', { a: 'b', more: 'c' });
  await put('lost an attribute', { a: 'b' });
  await remove('removed');
  await remove('was not there');
  writeWholeItems();
  expect(told).toEqual(['lost an attribute', 'removed', 'was not there']);
});

it('writes the item, its new entry and the end of its old one in one batch', async () => {
  const batches: Operation[][] = [];
  const table = {
    TableName,
    KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
    AttributeDefinitions: [text('PK'), text('GSI1PK')],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'GSI1',
        KeySchema: [{ AttributeName: 'GSI1PK', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  };
  const store = {
    db: {
      batch: (operations: Operation[], done: () => void) => {
        batches.push(operations);
        done();
      },
    },
  };
  const item = (GSI1PK: string) => ({ PK: { S: 'a' }, GSI1PK: { S: GSI1PK } });
  await new Promise((resolve) => database.updateIndexes(store, table, item('x'), item('y'), resolve));
  expect(batches.map((batch) => batch.map(({ type, key }) => [type, key.split('~')[0]]))).toEqual([
    [
      ['del', 'index-global'],
      ['put', 'index-global'],
      ['put', 'item-records'],
    ],
  ]);
});
