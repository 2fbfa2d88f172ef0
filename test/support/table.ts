import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../local/table/ensure-table.ts';
import { startTable } from '../../local/table/start-table.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { tableIndexes, tableKeys } from '../../shared/store/table.ts';

const schema = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/** A table of its own on a server of its own, with the keys and indexes of the real one. */
export async function aTable(): Promise<{ table: Table; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-table-'));
  const server = await startTable(folder, (error) => {
    throw error;
  });
  const client = tableClient(server.connection);
  const indexes = Object.values(tableIndexes);
  const maker = new DynamoDBClient(server.connection);
  await ensureTable(maker, 'records', {
    KeySchema: schema(tableKeys),
    AttributeDefinitions: [tableKeys, ...indexes]
      .flatMap(({ partition, sort }) => [partition, sort])
      .map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  });
  maker.destroy();
  return {
    table: { client, name: 'records' },
    close: async () => {
      client.destroy();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
