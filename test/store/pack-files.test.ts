import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listening } from '../../local/network/listen-on-loopback.ts';
import { startObjects } from '../../local/objects/start-objects.ts';
import { type Bucket, keptOnce, readFile, writeOnce } from '../../shared/store/pack-files.ts';

/** Over a bucket that overwrites unless it is told not to, as S3 does. */

const folder = mkdtempSync(join(tmpdir(), 'pack-files-'));
const secret = 'a-secret-of-the-test';
let server: Listening;
let client: S3Client;
let bucket: Bucket;

beforeAll(async () => {
  server = await startObjects({
    ...{ folder, port: 0, buckets: [{ name: 'packs', versioned: true }], now: () => new Date() },
    secrets: new Map([['local', secret]]),
    onError: (error) => expect.unreachable(String(error)),
  });
  client = new S3Client({
    ...{ endpoint: server.url, region: 'eu-west-2', forcePathStyle: true, maxAttempts: 1 },
    credentials: { accessKeyId: 'local', secretAccessKey: secret },
  });
  bucket = { client, name: 'packs' };
});
afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const textAt = async (key: string) => Buffer.from(await readFile(bucket, key)).toString();

test('a file that is there already stays as it is, whatever is written over it', async () => {
  expect(await writeOnce(bucket, 'r1/pack.pdf', bytes('issued'))).toBe(true);
  expect(await writeOnce(bucket, 'r1/pack.pdf', bytes('changed'))).toBe(false);
  expect(await textAt('r1/pack.pdf')).toBe('issued');
});

test('of two at the same time one is written, and both are told which', async () => {
  const written = await Promise.all(
    ['a', 'b', 'c', 'd'].map((text) => writeOnce(bucket, 'r1/at-once.csv', bytes(text))),
  );
  expect(written.filter((isWritten) => isWritten)).toHaveLength(1);
  expect(await textAt('r1/at-once.csv')).toBe(['a', 'b', 'c', 'd'][written.indexOf(true)]);
});

test('who keeps a file is handed what is there, not what they brought', async () => {
  await keptOnce(bucket, 'r1/kept.json', bytes('first'));
  expect(Buffer.from(await keptOnce(bucket, 'r1/kept.json', bytes('second'))).toString()).toBe('first');
});
