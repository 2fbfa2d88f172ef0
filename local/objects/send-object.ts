import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from './bucket.ts';
import { noSuchKey, ObjectError, preconditionFailed } from './object-error.ts';
import { versionHeaders } from './object-headers.ts';
import type { ObjectVersion } from './object-version.ts';
import type { RequestTarget } from './request-target.ts';
import { parameter } from './request-target.ts';

const OVERRIDES = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires'];

/** Answers GET and HEAD of an object: conditions, one range, headers that the link overrides. */
export async function sendObject(
  request: IncomingMessage,
  response: ServerResponse,
  bucket: Bucket,
  target: RequestTarget,
): Promise<void> {
  const version = bucket.find(target.key, parameter(target, 'versionId'));
  if (version === undefined) throw noSuchKey();
  const { 'if-none-match': ifNoneMatch, 'if-match': ifMatch } = request.headers;
  if (ifMatch !== undefined && ifMatch !== version.etag) throw preconditionFailed();
  if (ifNoneMatch === version.etag) {
    response.writeHead(304, { etag: version.etag }).end();
    return;
  }
  const range = readRange(request.headers.range, version.size);
  const whole = range === undefined;
  const { first, last } = range ?? { first: 0, last: version.size - 1 };
  response.writeHead(whole ? 200 : 206, {
    ...version.headers,
    ...overrides(target),
    ...versionHeaders(bucket, version),
    ...(whole && request.headers['x-amz-checksum-mode'] === 'ENABLED' ? version.checksums : {}),
    ...(whole ? {} : { 'content-range': `bytes ${first}-${last}/${version.size}` }),
    'last-modified': new Date(version.modified).toUTCString(),
    'accept-ranges': 'bytes',
    'content-length': last - first + 1,
  });
  if (request.method === 'HEAD' || version.size === 0) response.end();
  else await pipeline(createReadStream(bucket.bodyPath(version), { start: first, end: last }), response);
}

function overrides(target: RequestTarget): Record<string, string> {
  return Object.fromEntries(
    OVERRIDES.flatMap((name) => {
      const value = parameter(target, `response-${name}`);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The bytes asked for; nothing where the whole is, or where the header is of a form that S3 ignores. */
function readRange(header: string | undefined, size: ObjectVersion['size']) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) throw new ObjectError(416, 'InvalidRange', 'The requested range is not satisfiable');
  return { first, last };
}
