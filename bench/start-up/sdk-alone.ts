import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** The floor: a function that is nothing but the SDK, and stores what it is sent by one PutItem. */
export const handler = async (event: { readonly body: string }) => {
  const Item = { PK: 'floor', SK: crypto.randomUUID(), body: event.body };
  await table.send(new PutCommand({ TableName: process.env['TABLE_NAME'], Item }));
  return { statusCode: 201 };
};
