import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Listening, listenOnLoopback } from '../network/listen-on-loopback.ts';
import { hasUnreadBody } from '../network/read-body.ts';
import { allowOrigins, type CrossOrigin } from './allow-origins.ts';
import { answerObjectRequest } from './answer-object-request.ts';
import { answerPost } from './answer-post.ts';
import { type Bucket, openBucket } from './bucket.ts';
import { type MultipartUploads, multipartUploads } from './multipart-uploads.ts';
import { ObjectError } from './object-error.ts';
import { isForm } from './read-form.ts';
import { parameter, requestTarget } from './request-target.ts';
import { verifySignature } from './verify-signature.ts';
import { xmlError } from './xml.ts';

type ObjectsOptions = {
  readonly folder: string;
  readonly port: number;
  readonly buckets: readonly {
    readonly name: string;
    readonly versioned: boolean;
    /** From which pages browsers may reach it; none without it. */
    readonly crossOrigin?: CrossOrigin;
  }[];
  /** Secrets by access key. */
  readonly secrets: ReadonlyMap<string, string>;
  /** The real clock: signatures are made by it. */
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
  /** Told of every link that was refused: of which bucket and why, and not what it led to. */
  readonly onLinkRefused?: (refused: { bucket: string; reason: string }) => void;
  /** Told of every object that was put, once it is on disk and before its sender is answered. */
  readonly onCreated?: (created: { bucket: string; key: string; size: number }) => void;
};

/**
 * Starts a stand-in for the part of S3 that this system uses: path-style, Signature Version 4 verified, bodies and
 * conditions on disk before they are answered; forms with a signed policy.
 */
export async function startObjects(options: ObjectsOptions): Promise<Listening> {
  const unfinished = join(options.folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const buckets = new Map<string, { bucket: Bucket; uploads: MultipartUploads }>();
  for (const { name, versioned } of options.buckets) {
    const opened = openBucket(join(options.folder, name), { versioned, now: options.now });
    const bucket: Bucket = {
      ...opened,
      put: (key, version) => {
        const put = opened.put(key, version);
        options.onCreated?.({ bucket: name, key, size: put.size });
        return put;
      },
    };
    buckets.set(name, { bucket, uploads: multipartUploads() });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = requestTarget(request.url ?? '/');
    const { crossOrigin } = options.buckets.find(({ name }) => name === target.bucket) ?? {};
    if (allowOrigins(request, response, crossOrigin)) return;
    const method = request.method ?? 'GET';
    const posted = buckets.get(target.bucket);
    if (method === 'POST' && target.key === '' && isForm(request) && posted !== undefined) {
      const { secrets } = options;
      const { bucket } = posted;
      const circumstances = { bucketName: target.bucket, bucket, unfinished, secrets, now: options.now() };
      await answerPost({ request, response, ...circumstances });
      return;
    }
    const signed = { method, target, headers: request.headers };
    const payload = verifySignature(signed, options.secrets, options.now());
    const found = buckets.get(target.bucket);
    if (found === undefined)
      throw new ObjectError(404, 'NoSuchBucket', 'The specified bucket does not exist');
    await answerObjectRequest({ request, response, target, payload, unfinished, ...found });
  }

  const server = createServer((request, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    response.setHeader('x-amz-request-id', requestId);
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof ObjectError) && !isCutOff(error)) options.onError(error);
      const bucket = linkedBucket(request);
      if (bucket !== undefined && error instanceof ObjectError && error.status === 403)
        options.onLinkRefused?.({ bucket: buckets.has(bucket) ? bucket : 'unknown', reason: error.message });
      refuse(request, response, error, requestId);
    });
  });
  return listenOnLoopback(server, options.port);
}

/** The bucket that a signed link leads into; nothing where a request is none or cannot be read. */
function linkedBucket({ url = '/' }: IncomingMessage): string | undefined {
  try {
    const target = requestTarget(url);
    return parameter(target, 'X-Amz-Signature') === undefined ? undefined : target.bucket;
  } catch {
    return undefined;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = error instanceof ObjectError ? error : new ObjectError(500, 'InternalError', 'We failed.');
  const body = request.method === 'HEAD' ? '' : xmlError(known.code, known.message, requestId);
  response.writeHead(known.status, {
    'content-type': 'application/xml',
    ...(hasUnreadBody(request) ? { connection: 'close' } : {}),
  });
  response.end(body);
}

const isCutOff = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
