import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startObjects } from '../../../local/objects/start-objects.ts';
import type { Listening } from '../../../local/network/listen-on-loopback.ts';
import { type PresignedPost, presignPost } from '../../../shared/deliver/presign-post.ts';
import { postFile } from '../../support/uploads.ts';

/** Forms that a file is posted with, as S3 takes them. */

let folder: string;
let server: Listening;
let client: S3Client;
const created: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forms-'));
  server = await startObjects({
    folder,
    port: 0,
    buckets: [
      { name: 'uploads', versioned: false },
      { name: 'packs', versioned: false },
    ],
    secrets: new Map([['local', 'secret']]),
    now: () => new Date(),
    onError: (error) => expect.unreachable(String(error)),
    onCreated: ({ bucket, key, size }) => created.push(`${bucket}/${key} ${size}`),
  });
  client = clientWith('secret');
});
afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const clientWith = (secretAccessKey: string) =>
  new S3Client({
    endpoint: server.url,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey },
  });

const form = (more: { key?: string; mostBytes?: number; seconds?: number } = {}, now?: Date, by = client) =>
  presignPost(
    { client: by, name: 'uploads' },
    { key: 'files/p/1', mostBytes: 100, seconds: 60, ...more },
    now,
  );

async function refusalOf(post: PresignedPost, bytes = 'abc'): Promise<string> {
  const answer = await postFile(post, bytes);
  const text = await answer.text();
  return `${answer.status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`;
}

test('a file is stored under the one name that was signed, byte by byte, and told of', async () => {
  const bytes = Buffer.from(`\r\n--\r\n\0\xff${'x'.repeat(200_000)}\r\n`, 'latin1');
  const answer = await postFile(await form({ key: 'files/p/2', mostBytes: 300_000 }), bytes);
  expect(answer.status).toBe(204);
  const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'files/p/2' }));
  expect(Buffer.from(await Body!.transformToByteArray()).equals(bytes)).toBe(true);
  expect(answer.headers.get('etag')).toBe(ETag);
  expect(created).toContain(`uploads/files/p/2 ${bytes.length}`);
});

test('no other user of the machine can read what was posted, whatever files are else', async () => {
  const mask = process.umask(0o022);
  try {
    expect((await postFile(await form({ key: 'files/p/private' }), 'abc')).status).toBe(204);
  } finally {
    process.umask(mask);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const modes = files.map(({ parentPath, name }) => lstatSync(join(parentPath, name)).mode & 0o777);
  expect(modes.length).toBeGreaterThan(1);
  expect(new Set(modes)).toEqual(new Set([0o600]));
});

test('a file may be as long as the form allows, and no byte longer', async () => {
  expect((await postFile(await form(), 'x'.repeat(100))).status).toBe(204);
  expect(await refusalOf(await form(), 'x'.repeat(101))).toBe('400 EntityTooLarge');
  expect(await refusalOf(await form(), '')).toBe('400 EntityTooSmall');
});

test('a form is good for its time', async () => {
  expect(await refusalOf(await form({ seconds: 60 }, new Date(Date.now() - 61_000)))).toBe(
    '403 AccessDenied',
  );
  expect((await postFile(await form({ seconds: 60 }, new Date(Date.now() - 50_000)), 'abc')).status).toBe(
    204,
  );
});

test('a form that somebody else signed, or changed, or that has more in it is refused', async () => {
  const post = await form();
  const withField = (fields: Record<string, string>) => ({ ...post, fields: { ...post.fields, ...fields } });
  const stranger = clientWith('guessed');
  expect(await refusalOf(await form({}, new Date(), stranger))).toBe('403 SignatureDoesNotMatch');
  stranger.destroy();
  expect(await refusalOf(withField({ key: 'files/other/1' }))).toBe('403 AccessDenied');
  expect(await refusalOf(withField({ acl: 'public-read' }))).toBe('403 AccessDenied');
  expect(
    await refusalOf(withField({ 'x-amz-credential': 'nobody/20261104/eu-west-2/s3/aws4_request' })),
  ).toBe('403 InvalidAccessKeyId');
  const policy = JSON.parse(Buffer.from(post.fields['policy']!, 'base64').toString()) as {
    conditions: unknown[];
  };
  const wider = { ...policy, conditions: policy.conditions.filter((each) => !Array.isArray(each)) };
  const changed = Buffer.from(JSON.stringify(wider)).toString('base64');
  expect(await refusalOf(withField({ policy: changed }))).toBe('403 SignatureDoesNotMatch');
  expect(await refusalOf({ ...post, url: post.url.replace('/uploads', '/packs') })).toBe('403 AccessDenied');
  expect(await refusalOf(withField({ policy: 'e30=' }))).toBe('400 InvalidPolicyDocument');
});

test('what is no form is refused', async () => {
  const { url } = await form();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: 'nothing',
  });
  expect(answer.status).toBe(400);
});
