import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const keys = new KMSClient({});
const TableName = process.env['TABLE_NAME'];

/** Nothing but the SDK again, making the calls that storing one new placement takes: seven, one after another. */
export const handler = async (event: { readonly body: string }) => {
  const key = (SK: string) => ({ TableName, Key: { PK: 'floor', SK } });
  const put = (SK: string) =>
    table.send(
      new PutCommand({
        TableName,
        Item: { PK: 'floor', SK, body: event.body },
        ConditionExpression: 'attribute_not_exists(PK)',
      }),
    );
  await table.send(new GetCommand(key('commissioner')));
  const Message = Buffer.from('fixed');
  await keys.send(new GenerateMacCommand({ KeyId: 'tags', MacAlgorithm: 'HMAC_SHA_256', Message }));
  await table.send(new GetCommand(key('erasure')));
  await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'PK = :packs',
      ExpressionAttributeValues: { ':packs': 'packs' },
    }),
  );
  await put(crypto.randomUUID());
  await put(crypto.randomUUID());
  await table.send(new GetCommand(key('erasure')));
  return { statusCode: 201 };
};
