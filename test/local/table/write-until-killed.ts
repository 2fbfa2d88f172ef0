import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ensureTable } from '../../../local/table/ensure-table.ts';
import { startTable } from '../../../local/table/start-table.ts';
import { tableClient } from '../../../shared/platform/aws-table.ts';

/** Writes without end, sixteen at a time, and tells its parent of every answer. */
const { connection } = await startTable(process.argv[2]!, (error) => {
  throw error;
});
await ensureTable(new DynamoDBClient(connection), 'records', {
  AttributeDefinitions: ['PK', 'SK', 'GSI1PK'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-GSI1PK',
      KeySchema: [{ AttributeName: 'GSI1PK', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
});
const client = tableClient(connection);
let next = 0;
const write = async () => {
  for (;;) {
    const Item = { PK: 'a', SK: String((next += 1)), GSI1PK: 'all' };
    await client.send(new PutCommand({ TableName: 'records', Item }));
    process.send!(Item.SK);
  }
};
await Promise.all(Array.from({ length: 16 }, write));
