import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureTable, type TableKeys } from '../../../local/table/ensure-table.ts';
import { startTable } from '../../../local/table/start-table.ts';
import { tableClient } from '../../../shared/platform/aws-table.ts';

const keys = (...indexes: string[]): TableKeys => ({
  AttributeDefinitions: ['PK', 'SK', ...indexes].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: indexes.map((index) => ({
    IndexName: `by-${index}`,
    KeySchema: [{ AttributeName: index, KeyType: 'HASH' }],
    Projection: { ProjectionType: 'ALL' },
  })),
});
const fail = (error: unknown) => expect.unreachable(String(error));
type Connection = Awaited<ReturnType<typeof startTable>>['connection'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function count(connection: Connection): Promise<number | undefined> {
  const client = tableClient(connection);
  const { Count } = await client.send(
    new QueryCommand({
      TableName: 'records',
      IndexName: 'by-GSI1PK',
      KeyConditionExpression: 'GSI1PK = :p',
      ExpressionAttributeValues: { ':p': 'all' },
    }),
  );
  client.destroy();
  return Count;
}

describe('the table', () => {
  it('is made once, and found again with what is in it', async () => {
    for (const expected of [1, 2]) {
      const { connection, close } = await startTable(folder, fail);
      const raw = new DynamoDBClient(connection);
      await ensureTable(raw, 'records', keys('GSI1PK'));
      const client = tableClient(connection);
      const Item = { PK: 'a', SK: String(expected), GSI1PK: 'all', absent: undefined };
      await client.send(new PutCommand({ TableName: 'records', Item }));
      expect(await count(connection)).toBe(expected);
      raw.destroy();
      client.destroy();
      await close();
    }
  });

  it('refuses a folder that was made with other indexes', async () => {
    const { connection, close } = await startTable(folder, fail);
    const raw = new DynamoDBClient(connection);
    await ensureTable(raw, 'records', keys('GSI1PK'));
    await expect(ensureTable(raw, 'records', keys('GSI1PK', 'GSI2PK'))).rejects.toThrow('other indexes');
    raw.destroy();
    await close();
  });

  it('answers nobody who does not know the key of this start', async () => {
    const { connection, close } = await startTable(folder, fail);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const stranger = new DynamoDBClient({ ...connection, credentials, maxAttempts: 1 });
    await expect(ensureTable(stranger, 'records', keys('GSI1PK'))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const page = await fetch(connection.endpoint, {
      method: 'POST',
      headers: { origin: 'http://example.org' },
    });
    expect([page.status, page.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    stranger.destroy();
    await close();
  });

  it('keeps everything it answered when its process is killed in the middle of writing', async () => {
    const writer = fork(new URL('./write-until-killed.ts', import.meta.url), [folder]);
    let answered = 0;
    await new Promise<void>((resolve) => {
      writer.on('message', () => {
        answered += 1;
        if (answered === 200) resolve();
      });
    });
    const ended = once(writer, 'exit');
    writer.kill('SIGKILL');
    await ended;
    const { connection, close } = await startTable(folder, fail);
    expect(await count(connection)).toBeGreaterThanOrEqual(answered);
    await close();
  });
});
