import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startObjects } from '../../local/objects/start-objects.ts';
import { uploadedFile } from '../../shared/store/upload-files.ts';
import { createUpload, readProgress, readUpload, type Upload } from '../../shared/store/uploads.ts';
import { processMessage } from '../../shared/uploads/process-message.ts';
import type { Uploading } from '../../shared/uploads/uploading.ts';
import { aTable } from './table.ts';
import { testTagOf } from './tags.ts';

const noLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Uploads without the interface: a table, a bucket, and its messages in a list that a test works through as it likes. */
export async function anUploading() {
  const { table, close } = await aTable();
  const folder = mkdtempSync(join(tmpdir(), 'uploading-'));
  const messages: string[] = [];
  const server = await startObjects({
    folder,
    port: 0,
    buckets: [{ name: 'uploads', versioned: false }],
    secrets: new Map([['local', 'secret']]),
    now: () => new Date(),
    onError: () => undefined,
    onCreated: ({ key }) => {
      if (/^files\/|\/slices\/|again\.json$/.test(key)) messages.push(key);
    },
  });
  const client = new S3Client({
    endpoint: server.url,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'secret' },
  });
  let count = 0;
  const bucket = { client, name: 'uploads' };
  const uploading: Uploading = {
    table,
    bucket,
    tagOf: testTagOf,
    isCommissioner: (code) => Promise.resolve(code === 'northshire'),
    now: () => new Date(),
    log: noLog,
    meter: { count: () => undefined },
    sizes: { slice: 10, chunk: 4 },
  };
  const bodyOf = (key: string) => JSON.stringify({ detail: { object: { key } } });
  const process = (key: string, over: Partial<Uploading> = {}, isLast = false) =>
    processMessage({ ...uploading, ...over }, bodyOf(key), isLast);
  const put = (key: string, body: Uint8Array | string) =>
    client.send(new PutObjectCommand({ Bucket: 'uploads', Key: key, Body: body }));
  return {
    table,
    bucket,
    uploading,
    messages,
    process,
    put,
    /** Opens an upload and puts its file, which is then the next message. */
    send: async (opening: Partial<Upload>, body: Uint8Array | string): Promise<Upload> => {
      count += 1;
      const upload: Upload = {
        ...{ id: `u${count}`, provider: `p${count}`, client: 'c', format: 'csv', mode: 'commit' },
        ...{ openedAt: new Date().toISOString(), state: 'waiting', change: 1 },
        ...opening,
      };
      await createUpload(table, upload);
      await put(uploadedFile(upload), body);
      return upload;
    },
    /** Works through all messages, and those that come of them. */
    workThrough: async (over: Partial<Uploading> = {}) => {
      for (let key = messages.shift(); key !== undefined; key = messages.shift()) {
        if (!(await process(key, over))) throw new Error(`failed: ${key}`);
      }
    },
    stateOf: async ({ id }: Upload) => {
      const progress = await readProgress(table, id);
      const sum = { created: 0, amended: 0, unchanged: 0, rejected: 0 };
      for (const { counts } of progress)
        for (const each of Object.values(counts))
          for (const name of ['created', 'amended', 'unchanged', 'rejected'] as const)
            sum[name] += each[name];
      return { ...(await readUpload(table, id))!, sum };
    },
    stop: async () => {
      client.destroy();
      await Promise.all([server.close(), close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestUploading = Awaited<ReturnType<typeof anUploading>>;
