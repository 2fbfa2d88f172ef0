import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler as processUpload } from '../../functions/process-upload/handler.ts';
import { createHandler as replayUpload } from '../../functions/replay-upload/handler.ts';
import { uploadedFile } from '../../shared/store/upload-files.ts';
import { createUpload } from '../../shared/store/uploads.ts';
import { anHttpEvent } from '../support/http-event.ts';
import { hooked } from '../support/interrupt.ts';
import { aSentPlacement } from '../support/sent.ts';
import { testMacs } from '../support/tags.ts';
import { anUploading, type TestUploading } from '../support/uploading.ts';

/** The function that the queue feeds, and the operator's way to have it do again what failed. */

let t: TestUploading;
beforeAll(async () => (t = await anUploading()));
afterAll(() => t.stop());

const env = () => ({ TABLE_NAME: t.table.name, UPLOADS_BUCKET: 'uploads', TAG_KEY_ID: 'k', MOST_TRIES: 3 });
const { log, meter, now } = {
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  meter: { count: () => undefined },
  now: () => new Date(),
};

/** Gives the function a message for the so-manieth time; answers whether it is to come again. */
async function give(key: string, received: number, table = t.table): Promise<boolean> {
  const world = { table: table.client, objects: t.bucket.client, macs: testMacs, log, meter, now };
  const body = JSON.stringify({ detail: { object: { key } } });
  const attributes = { ApproximateReceiveCount: String(received) };
  const answer = await processUpload(env(), world)({ Records: [{ messageId: 'm', body, attributes }] });
  return answer.batchItemFailures.length > 0;
}

async function replay(id: string, binding: object) {
  const caller = {
    clientId: 'o',
    sub: 'o',
    scopes: 'admin/all',
    binding: JSON.stringify(binding),
    isPerson: 'false' as const,
  };
  const event = anHttpEvent({ routeKey: 'POST /v1/uploads/{id}/replay', caller, pathParameters: { id } });
  const handler = replayUpload(env(), { table: t.table.client, objects: t.bucket.client, log });
  return handler(event, { awsRequestId: 'r' } as Context);
}

test('a message that fails each time leaves its reason with the upload, and a replay brings it to its end', async () => {
  const entry = { PK: 'REGISTRY#commissioners', SK: 'northshire' };
  const placement = { type: 'placement', id: 'P-1', ...aSentPlacement('SU-1', { commissioner: 'absent' }) };
  const upload = await t.send({ format: 'ndjson' }, JSON.stringify(placement));
  const [file] = t.messages.splice(0);
  expect(await give(file!, 1)).toBe(false);
  const [slice] = t.messages.splice(0);

  const broken = hooked(t.table, (command) => {
    const { Key } = (command as { input: { Key?: { PK: string } } }).input;
    return Key?.PK === entry.PK ? Promise.reject(new Error('SU-1')) : Promise.resolve();
  });
  for (const received of [1, 2, 3]) expect(await give(slice!, received, broken)).toBe(true);
  expect(await t.stateOf(upload)).toMatchObject({ state: 'failed', failure: { name: 'Error' } });

  expect(await replay(upload.id, { provider: upload.provider })).toMatchObject({ statusCode: 404 });
  expect(await replay('absent', { operator: true })).toMatchObject({ statusCode: 404 });
  expect(await replay(upload.id, { operator: true })).toMatchObject({ statusCode: 202 });
  expect((await t.stateOf(upload)).state).toBe('reading');
  for (let key = t.messages.shift(); key !== undefined; key = t.messages.shift())
    expect(await give(key, 1)).toBe(false);
  expect(await t.stateOf(upload)).toMatchObject({ state: 'done', sum: { rejected: 1 } });
  expect(await replay(upload.id, { operator: true })).toMatchObject({ statusCode: 409 });
});

test('an upload whose planning was cut off waits, and a replay plans it; without its file there is none', async () => {
  const upload = await t.send({ format: 'ndjson' }, '{"type":"cat","id":"C-1"}');
  t.messages.splice(0);
  expect(await replay(upload.id, { operator: true })).toMatchObject({ statusCode: 202 });
  for (let key = t.messages.shift(); key !== undefined; key = t.messages.shift())
    expect(await give(key, 1)).toBe(false);
  expect(await t.stateOf(upload)).toMatchObject({ state: 'done', sum: { rejected: 1 } });

  await createUpload(t.table, { ...upload, id: `${upload.id}-open`, state: 'waiting' });
  await t.put(uploadedFile({ ...upload, id: `${upload.id}-open-too` }), '{}');
  t.messages.splice(0);
  expect(await replay(`${upload.id}-open`, { operator: true })).toMatchObject({ statusCode: 409 });
});

test('what cannot be read as a message is a failure that says so without it', async () => {
  const world = { table: t.table.client, objects: t.bucket.client, macs: testMacs, log, meter, now };
  const Records = [{ messageId: 'm', body: 'SU-1', attributes: { ApproximateReceiveCount: '3' } }];
  expect(await processUpload(env(), world)({ Records })).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm' }],
  });
});
