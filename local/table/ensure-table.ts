import { setTimeout } from 'node:timers/promises';
import {
  type CreateTableCommandInput,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';

/** A table's keys and indexes, as CloudFormation and CreateTable both write them. */
export type TableKeys = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'
>;

const UNTIL_ACTIVE_MS = 5;

/**
 * Makes the table where there is none yet, and waits until it can be used, which is a little after it was made.
 *
 * @throws Error where there is one with other keys or indexes, which another version of this system made
 */
export async function ensureTable(client: DynamoDBClient, name: string, keys: TableKeys): Promise<void> {
  const table = await describe(client, name);
  if (table === undefined) {
    await client.send(new CreateTableCommand({ TableName: name, BillingMode: 'PAY_PER_REQUEST', ...keys }));
    while ((await describe(client, name))?.TableStatus !== 'ACTIVE') await setTimeout(UNTIL_ACTIVE_MS);
  } else if (JSON.stringify(keyNames(table)) !== JSON.stringify(keyNames(keys)))
    throw new Error('The data folder was made by a version with other indexes; start with an empty one.');
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function keyNames({ KeySchema = [], GlobalSecondaryIndexes = [] }: TableKeys | TableDescription) {
  const names = (schema: TableKeys['KeySchema'] = []) => schema.map(({ AttributeName }) => AttributeName);
  const indexes = GlobalSecondaryIndexes.map((index) =>
    [index.IndexName, ...names(index.KeySchema)].join(' '),
  );
  return [names(KeySchema), indexes.sort()];
}
