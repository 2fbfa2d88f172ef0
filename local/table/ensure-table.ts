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

/**
 * Makes the table where there is none yet.
 *
 * @throws Error where there is one with other keys or indexes, which another version of this system made
 */
export async function ensureTable(client: DynamoDBClient, name: string, keys: TableKeys): Promise<void> {
  const table = await describe(client, name);
  if (table === undefined)
    await client.send(new CreateTableCommand({ TableName: name, BillingMode: 'PAY_PER_REQUEST', ...keys }));
  else if (JSON.stringify(keyNames(table)) !== JSON.stringify(keyNames(keys)))
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
