import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DeleteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ensureTable } from '../../../local/table/ensure-table.ts';
import { startTable } from '../../../local/table/start-table.ts';
import { tableClient } from '../../../shared/platform/aws-table.ts';
import { rowsTable } from './rows-table.ts';

export type Row = {
  readonly PK: string;
  readonly SK: string;
  readonly GSI1PK: string;
  readonly note?: string;
};

const TableName = 'records';

/** A table of rows with one index in a folder. Its client asks once: what fails is not tried again. */
export async function openRecords(folder: string, onError: (error: unknown) => void) {
  const server = await startTable(folder, onError);
  const config = { ...server.connection, maxAttempts: 1 };
  const raw = new DynamoDBClient(config);
  await ensureTable(raw, TableName, rowsTable);
  raw.destroy();
  const client = tableClient(config);
  const keyOf = ({ PK, SK }: Row) => ({ PK, SK });
  return {
    connection: server.connection,
    compact: server.compact,
    put: async (rows: readonly Row[]) => {
      const chunks = Array.from({ length: Math.ceil(rows.length / 25) }, (_, i) =>
        rows.slice(i * 25, (i + 1) * 25),
      );
      for (const chunk of chunks)
        await client.send(
          new BatchWriteCommand({
            RequestItems: { [TableName]: chunk.map((Item) => ({ PutRequest: { Item } })) },
          }),
        );
    },
    get: async (row: Row) =>
      (await client.send(new GetCommand({ TableName, Key: keyOf(row), ConsistentRead: true }))).Item,
    remove: (row: Row) => client.send(new DeleteCommand({ TableName, Key: keyOf(row) })),
    inIndex: async (row: Row) => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'GSI1',
          KeyConditionExpression: 'GSI1PK = :p',
          ExpressionAttributeValues: { ':p': row.GSI1PK },
        }),
      );
      return Items;
    },
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
}
