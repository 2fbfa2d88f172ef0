import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../local/network/listen-on-loopback.ts';
import { startObjects } from '../../../local/objects/start-objects.ts';

const SECRET = 'a-secret-of-the-test';
let folder: string;
let server: Listening;
let s3: S3Client;
let now = () => new Date();

function clientWith(secretAccessKey: string) {
  return new S3Client({
    endpoint: server.url,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey },
    maxAttempts: 1,
  });
}

const start = () =>
  startObjects({
    folder,
    port: 0,
    buckets: [
      { name: 'packs', versioned: true },
      { name: 'uploads', versioned: false },
    ],
    secrets: new Map([['local', SECRET]]),
    now: () => now(),
    onError: (error) => expect.unreachable(String(error)),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'objects-'));
  server = await start();
  s3 = clientWith(SECRET);
});

afterAll(async () => {
  s3.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (Key: string, Body: string | Buffer, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: 'uploads', Key, Body, ...more }));
const get = async (Key: string, more: object = {}) => {
  const answer = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key, ...more }));
  return { ...answer, bytes: Buffer.from(await answer.Body!.transformToByteArray()) };
};
const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (error: unknown) => (error as { $metadata: { httpStatusCode: number } }).$metadata.httpStatusCode,
  );
const link = (Key: string, expiresIn = 60, more: object = {}) =>
  getSignedUrl(s3, new GetObjectCommand({ Bucket: 'uploads', Key, ...more }), { expiresIn });

describe('objects', () => {
  it('gives back what was put, with its type and metadata, under a key of any characters', async () => {
    const key = 'packs/a b+c é&<>"\'/..//x!*().txt';
    const body = randomBytes(3000);
    await put(key, body, { ContentType: 'text/plain', Metadata: { run: 'r1' } });
    const got = await get(key);
    expect(got.bytes.equals(body)).toBe(true);
    expect([got.ContentType, got.Metadata, got.ETag]).toEqual([
      'text/plain',
      { run: 'r1' },
      `"${createHash('md5').update(body).digest('hex')}"`,
    ]);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: 'uploads', Prefix: 'packs/a' }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual([key]);
  });

  it('decodes a streamed body and its trailing checksum', async () => {
    const body = randomBytes(3_000_000);
    const stream = Readable.from([body.subarray(0, 1_000_001), body.subarray(1_000_001)]);
    await s3.send(
      new PutObjectCommand({ Bucket: 'uploads', Key: 'stream', Body: stream, ContentLength: body.length }),
    );
    expect((await get('stream')).bytes.equals(body)).toBe(true);
  });

  it('stores and gives back an empty object', async () => {
    await put('empty', '');
    expect((await get('empty')).bytes).toHaveLength(0);
  });

  it('answers the checksum it verified', async () => {
    const stored = await put('sum', 'hello', { ChecksumAlgorithm: 'SHA256' });
    const sha256 = createHash('sha256').update('hello').digest('base64');
    expect(stored.ChecksumSHA256).toBe(sha256);
    expect((await get('sum', { ChecksumMode: 'ENABLED' })).ChecksumSHA256).toBe(sha256);
  });

  it('refuses a body whose checksum is wrong, and keeps nothing of it', async () => {
    const wrong = createHash('sha256').update('other').digest('base64');
    await expect(put('bad-sum', 'hello', { ChecksumSHA256: wrong })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    await expect(get('bad-sum')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  it('refuses a body that is not the one that was signed', async () => {
    const url = new URL(`${server.url}/uploads/forged?x-id=PutObject`);
    const client = clientWith(SECRET);
    let signed: Record<string, string> = {};
    client.middlewareStack.add(
      (next) => (args) => {
        signed = (args.request as { headers: Record<string, string> }).headers;
        return next(args);
      },
      { step: 'deserialize', priority: 'low' },
    );
    await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'forged', Body: 'genuine' }));
    const status = await new Promise<number | undefined>((resolve) => {
      request(url, { method: 'PUT', headers: signed }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end('falsity');
    });
    expect(status).toBe(400);
    expect((await get('forged')).bytes.toString()).toBe('genuine');
  });

  it('echoes the encryption that was asked for', async () => {
    const stored = await put('sse', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/packs' });
    expect([stored.ServerSideEncryption, stored.SSEKMSKeyId]).toEqual(['aws:kms', 'alias/packs']);
    expect((await put('sse-default', 'x')).ServerSideEncryption).toBe('AES256');
  });

  it('answers one range', async () => {
    await put('range', 'hello world');
    const middle = await get('range', { Range: 'bytes=2-4' });
    expect([middle.bytes.toString(), middle.ContentRange]).toEqual(['llo', 'bytes 2-4/11']);
    expect((await get('range', { Range: 'bytes=-5' })).bytes.toString()).toBe('world');
    expect(await statusOf(get('range', { Range: 'bytes=11-' }))).toBe(416);
  });

  it('answers HEAD without a body, and 304 to one who has it', async () => {
    await put('head', 'hello');
    const head = await s3.send(new HeadObjectCommand({ Bucket: 'uploads', Key: 'head' }));
    expect(head.ContentLength).toBe(5);
    expect(await statusOf(get('head', { IfNoneMatch: head.ETag }))).toBe(304);
    expect(await statusOf(get('head', { IfMatch: '"other"' }))).toBe(412);
  });

  it('answers NoSuchKey, NoSuchBucket and what it does not stand in for', async () => {
    await expect(get('absent')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new GetObjectCommand({ Bucket: 'elsewhere', Key: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    expect(await statusOf(put('tagged', 'x', { ChecksumAlgorithm: 'CRC32C' }))).not.toBe(200);
  });
});

describe('conditional writes', () => {
  it('makes an object write-once with If-None-Match: *', async () => {
    await put('once', 'first', { IfNoneMatch: '*' });
    expect(await statusOf(put('once', 'second', { IfNoneMatch: '*' }))).toBe(412);
    expect((await get('once')).bytes.toString()).toBe('first');
  });

  it('lets one of many simultaneous writers win', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        statusOf(put('race', `writer ${index}`, { IfNoneMatch: '*' })),
      ),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(11);
  });

  it('replaces only what If-Match names', async () => {
    const { ETag } = await put('match', 'first');
    expect(await statusOf(put('match', 'second', { IfMatch: '"0"' }))).toBe(412);
    expect(await statusOf(put('match', 'second', { IfMatch: ETag }))).toBe(200);
    expect(await statusOf(put('match-absent', 'x', { IfMatch: ETag }))).toBe(404);
  });
});

describe('versions', () => {
  const versioned = (Key: string, Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'packs', Key, Body }));
  const read = async (Key: string, VersionId?: string) => {
    const answer = await s3.send(new GetObjectCommand({ Bucket: 'packs', Key, VersionId }));
    return answer.Body!.transformToString();
  };

  it('keeps every version of an object, and hides it behind a marker when it is deleted', async () => {
    const first = await versioned('v', '1');
    const second = await versioned('v', '2');
    expect(first.VersionId).not.toBe(second.VersionId);
    expect([await read('v'), await read('v', first.VersionId)]).toEqual(['2', '1']);
    const deleted = await s3.send(new DeleteObjectCommand({ Bucket: 'packs', Key: 'v' }));
    expect(deleted.DeleteMarker).toBe(true);
    await expect(read('v')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await read('v', second.VersionId)).toBe('2');
    await s3.send(new DeleteObjectCommand({ Bucket: 'packs', Key: 'v', VersionId: deleted.VersionId }));
    expect(await read('v')).toBe('2');
  });

  it('removes an object for good where no versions are kept', async () => {
    await put('gone', 'x');
    await s3.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'gone' }));
    await expect(get('gone')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('listing', () => {
  it('pages through a prefix in the order of the keys, and folds at a delimiter', async () => {
    for (let n = 0; n < 25; n += 1) await put(`list/${n % 5}/${String(n).padStart(3, '0')}`, 'x');
    const keys: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket: 'uploads',
          Prefix: 'list/',
          MaxKeys: 7,
          ContinuationToken: token,
        }),
      );
      keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(keys).toHaveLength(25);
    expect(keys).toEqual([...keys].sort());
    const folded = await s3.send(
      new ListObjectsV2Command({ Bucket: 'uploads', Prefix: 'list/', Delimiter: '/' }),
    );
    expect(folded.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(
      [0, 1, 2, 3, 4].map((n) => `list/${n}/`),
    );
  });
});

describe('uploads in parts', () => {
  const at = { Bucket: 'uploads', Key: 'parts' };
  const begin = async () => (await s3.send(new CreateMultipartUploadCommand(at))).UploadId;
  const part = async (UploadId: string | undefined, PartNumber: number, Body: Buffer) => {
    const { ETag } = await s3.send(new UploadPartCommand({ ...at, UploadId, PartNumber, Body }));
    return { ETag, PartNumber };
  };

  it('joins the parts that are listed, with the tag of S3', async () => {
    const parts = [randomBytes(5 * 1024 * 1024), randomBytes(1000)];
    const UploadId = await begin();
    const Parts = [await part(UploadId, 1, parts[0]!), await part(UploadId, 2, parts[1]!)];
    const done = await s3.send(
      new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }),
    );
    const tags = parts.map((body) => createHash('md5').update(body).digest());
    expect(done.ETag).toBe(`"${createHash('md5').update(Buffer.concat(tags)).digest('hex')}-2"`);
    expect((await get('parts')).bytes.equals(Buffer.concat(parts))).toBe(true);
  });

  it('refuses to complete over an object that is write-once, and small or unknown parts', async () => {
    await put('parts', 'here', {});
    const UploadId = await begin();
    const Parts = [await part(UploadId, 1, Buffer.from('a')), await part(UploadId, 2, Buffer.from('b'))];
    const complete = (Parts: object[], more: object = {}) =>
      s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts }, ...more }));
    await expect(complete(Parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete([{ PartNumber: 9, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete([...Parts].reverse())).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    expect(await statusOf(complete([Parts[0]!], { IfNoneMatch: '*' }))).toBe(412);
    await s3.send(new AbortMultipartUploadCommand({ ...at, UploadId }));
    await expect(complete(Parts)).rejects.toMatchObject({ name: 'NoSuchUpload' });
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });
});

describe('signatures', () => {
  beforeAll(() => put('secret', 'hello'));

  it('answers a link, with the name it gives the file', async () => {
    const answer = await fetch(
      await link('secret', 60, { ResponseContentDisposition: 'attachment; filename="pack.pdf"' }),
    );
    expect([answer.status, await answer.text(), answer.headers.get('content-disposition')]).toEqual([
      200,
      'hello',
      'attachment; filename="pack.pdf"',
    ]);
  });

  it('ignores a bearer token that a client carries along a redirect', async () => {
    const answer = await fetch(await link('secret'), { headers: { authorization: 'Bearer abc.def.ghi' } });
    expect([answer.status, await answer.text()]).toEqual([200, 'hello']);
  });

  it('refuses a link that has expired', async () => {
    const url = await link('secret', 60);
    now = () => new Date(Date.now() + 61_000);
    try {
      expect((await fetch(url)).status).toBe(403);
    } finally {
      now = () => new Date();
    }
  });

  it.each([
    ['of another key', (url: string) => url.replace('/secret?', '/once?')],
    ['made to last longer', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')],
    ['with a signature changed', (url: string) => url.replace(/Signature=../, 'Signature=00')],
    ['with a parameter added', (url: string) => `${url}&response-content-type=text%2Fhtml`],
    ['without its signature', (url: string) => url.replace(/X-Amz-Signature=[0-9a-f]+&?/, '')],
  ])('refuses a link %s', async (_, tamper) => {
    expect((await fetch(tamper(await link('secret')))).status).toBe(403);
  });

  it('refuses another method than the one that was signed, and headers that were not', async () => {
    const url = await link('secret');
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(url, { headers: { 'x-amz-meta-a': 'b' } })).status).toBe(403);
  });

  it('refuses a wrong secret, an unknown key and no signature at all', async () => {
    const wrong = clientWith('not-the-secret');
    await expect(
      wrong.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'secret' })),
    ).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    expect((await fetch(`${server.url}/uploads/secret`)).status).toBe(403);
    expect((await fetch((await link('secret')).replace('local%2F', 'other%2F'))).status).toBe(403);
  });

  it('answers 400 to a path that cannot be read', async () => {
    expect((await fetch(`${server.url}/uploads/%E0%A4%A`)).status).toBe(400);
  });
});

describe('a restart', () => {
  it('finds everything again, and sweeps bodies that belong to nothing', async () => {
    await put('kept', 'still here', { ContentType: 'text/plain' });
    await server.close();
    writeFileSync(join(folder, 'uploads', 'bodies', 'stray'), 'left by a crash');
    server = await start();
    s3.destroy();
    s3 = clientWith(SECRET);
    const got = await get('kept');
    expect([got.bytes.toString(), got.ContentType]).toEqual(['still here', 'text/plain']);
    expect(readdirSync(join(folder, 'uploads', 'bodies'))).not.toContain('stray');
    expect(await statusOf(put('kept', 'x', { IfNoneMatch: '*' }))).toBe(412);
  });
});
