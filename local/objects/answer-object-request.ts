import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Bucket, NewVersion } from './bucket.ts';
import { listObjects } from './list-objects.ts';
import type { MultipartUploads } from './multipart-uploads.ts';
import { notImplemented, ObjectError } from './object-error.ts';
import { keptHeaders, versionHeaders } from './object-headers.ts';
import { type ReceivedBody, receiveBody } from './receive-body.ts';
import type { ObjectVersion } from './object-version.ts';
import type { RequestTarget } from './request-target.ts';
import { parameter } from './request-target.ts';
import { sendObject } from './send-object.ts';
import { element, xmlDocument } from './xml.ts';

const KNOWN_PARAMETERS =
  /^(x-amz-.+|x-id|versionId|uploads|uploadId|partNumber|response-.+|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner)$/i;

type ObjectRequest = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: RequestTarget;
  /** What the signature says about the body. */
  readonly payload: string;
  readonly bucket: Bucket;
  readonly uploads: MultipartUploads;
  /** Where unfinished bodies lie; emptied at each start. */
  readonly unfinished: string;
};

/** Answers one request whose signature holds: the part of S3 that this system uses, the rest refused by name. */
export async function answerObjectRequest(asked: ObjectRequest): Promise<void> {
  const { request, response, target, bucket } = asked;
  const { method } = request;
  const unknown = target.query.find(([name]) => !KNOWN_PARAMETERS.test(name));
  if (unknown !== undefined) throw notImplemented(`The parameter ${unknown[0]}`);
  if (request.headers['x-amz-copy-source'] !== undefined) throw notImplemented('Copying');
  const uploadId = parameter(target, 'uploadId');

  if (target.key === '') {
    if (method === 'HEAD') answer(response, 200);
    else if (method === 'GET' && parameter(target, 'list-type') === '2')
      answer(response, 200, {}, listObjects(target, bucket.list()));
    else throw notImplemented(`${method ?? ''} of a bucket`);
  } else if (method === 'GET' || method === 'HEAD') {
    if (uploadId !== undefined) throw notImplemented('Listing parts');
    await sendObject(request, response, bucket, target);
  } else if (method === 'PUT') await (uploadId === undefined ? putObject(asked) : putPart(asked, uploadId));
  else if (method === 'POST' && parameter(target, 'uploads') !== undefined) beginUpload(asked);
  else if (method === 'POST' && uploadId !== undefined) await completeUpload(asked, uploadId);
  else if (method === 'DELETE') deleteObject(asked, uploadId);
  else throw new ObjectError(405, 'MethodNotAllowed', 'The specified method is not allowed.');
}

async function putObject(asked: ObjectRequest): Promise<void> {
  const { request, response, target, bucket } = asked;
  const conditions = conditionsOf(request);
  bucket.check(target.key, conditions);
  const body = await receive(asked);
  const version = putOrDiscard(bucket, target.key, {
    body,
    etag: `"${body.md5}"`,
    headers: keptHeaders(request.headers),
    ...conditions,
  });
  answer(response, 200, { ...versionHeaders(bucket, version), ...version.checksums });
}

async function putPart(asked: ObjectRequest, uploadId: string): Promise<void> {
  const body = await receive(asked);
  asked.uploads.addPart(uploadId, asked.target.key, Number(parameter(asked.target, 'partNumber')), body);
  answer(asked.response, 200, { etag: `"${body.md5}"`, ...body.checksums });
}

function beginUpload({ request, response, target, uploads }: ObjectRequest): void {
  const id = uploads.begin(target.key, keptHeaders(request.headers));
  const content = element('Bucket', target.bucket) + element('Key', target.key) + element('UploadId', id);
  answer(response, 200, {}, xmlDocument('InitiateMultipartUploadResult', content));
}

async function completeUpload(asked: ObjectRequest, uploadId: string): Promise<void> {
  const { request, response, target, bucket, uploads, unfinished } = asked;
  const list = await receive(asked);
  const text = readFileSync(list.file, 'utf8');
  rmSync(list.file, { force: true });
  const { headers, file, size, etag } = await uploads.assemble(
    uploadId,
    target.key,
    text,
    join(unfinished, randomUUID()),
  );
  const body = { file, size, checksums: {} };
  const version = putOrDiscard(bucket, target.key, { body, etag, headers, ...conditionsOf(request) });
  uploads.end(uploadId, target.key);
  const content = element('Bucket', target.bucket) + element('Key', target.key) + element('ETag', etag);
  answer(
    response,
    200,
    versionHeaders(bucket, version),
    xmlDocument('CompleteMultipartUploadResult', content),
  );
}

function deleteObject({ response, target, bucket, uploads }: ObjectRequest, uploadId?: string): void {
  if (uploadId === undefined) {
    const marker = bucket.remove(target.key, parameter(target, 'versionId'));
    answer(
      response,
      204,
      marker === undefined ? {} : { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.id },
    );
  } else {
    uploads.end(uploadId, target.key);
    answer(response, 204);
  }
}

function putOrDiscard(bucket: Bucket, key: string, version: NewVersion): ObjectVersion {
  try {
    return bucket.put(key, version);
  } catch (error) {
    rmSync(version.body.file, { force: true });
    throw error;
  }
}

const conditionsOf = ({ headers }: IncomingMessage) => ({
  ifNoneMatch: headers['if-none-match'],
  ifMatch: headers['if-match'],
});

/** Leaves no file behind of a body that was refused. */
async function receive({ request, payload, unfinished }: ObjectRequest): Promise<ReceivedBody> {
  const file = join(unfinished, randomUUID());
  try {
    return await receiveBody(request, payload, file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): void {
  response.writeHead(status, {
    ...headers,
    ...(body === '' ? {} : { 'content-type': 'application/xml' }),
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
  });
  response.end(body);
}
