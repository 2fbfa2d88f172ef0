import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { decodeAwsChunked } from './aws-chunked.ts';
import { beginChecksum } from './checksums.ts';
import { notImplemented, ObjectError } from './object-error.ts';

const STREAMED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const DEFAULT_CHECKSUM = 'x-amz-checksum-crc32';

/** A body that lies on disk and is what its sender said it is. */
export type ReceivedBody = {
  readonly file: string;
  readonly size: number;
  /** MD5 in hexadecimal: the entity tag of a whole body. */
  readonly md5: string;
  /** Header name to value, of the checksums that were verified (or made, where none was sent). */
  readonly checksums: Readonly<Record<string, string>>;
};

/**
 * Streams a request's body to a file and verifies every hash that its sender gave: the signed payload hash,
 * Content-MD5, and checksums in headers or trailers.
 *
 * @param payload what the signature says about the body
 * @throws ObjectError 400 where one does not match, or the body is not whole
 */
export async function receiveBody(
  request: IncomingMessage,
  payload: string,
  file: string,
): Promise<ReceivedBody> {
  if (payload.startsWith('STREAMING-') && payload !== STREAMED)
    throw notImplemented(`The payload ${payload}`);
  const trailers = new Map<string, string>();
  const named = [...Object.keys(request.headers), ...headerList(request, 'x-amz-trailer')];
  const checksums = new Map(
    named.flatMap((name) => {
      const checksum = beginChecksum(name);
      return checksum === undefined ? [] : [[name, checksum] as const];
    }),
  );
  if (checksums.size === 0) {
    const checksum = beginChecksum(DEFAULT_CHECKSUM);
    if (checksum !== undefined) checksums.set(DEFAULT_CHECKSUM, checksum);
  }
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;

  async function* measured(): AsyncGenerator<Buffer> {
    const parts = payload === STREAMED ? decodeAwsChunked(buffers(request), trailers) : buffers(request);
    for await (const part of parts) {
      size += part.length;
      md5.update(part);
      if (payload !== STREAMED) sha256.update(part);
      for (const checksum of checksums.values()) checksum.update(part);
      yield part;
    }
  }
  await pipeline(measured, createWriteStream(file, { flags: 'wx', mode: 0o600 }));

  const given = (name: string) => header(request, name) ?? trailers.get(name);
  const length = header(request, 'x-amz-decoded-content-length');
  if (length !== undefined && Number(length) !== size)
    throw new ObjectError(400, 'IncompleteBody', 'The body is not as long as it was said to be.');
  if (/^[0-9a-f]{64}$/.test(payload) && sha256.digest('hex') !== payload)
    throw new ObjectError(400, 'XAmzContentSHA256Mismatch', 'The body is not the one that was signed.');
  const digest = md5.digest();
  const contentMd5 = header(request, 'content-md5');
  if (contentMd5 !== undefined && digest.toString('base64') !== contentMd5)
    throw new ObjectError(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');

  const verified: Record<string, string> = {};
  for (const [name, checksum] of checksums) {
    const actual = checksum.base64();
    const expected = given(name);
    const wasPromised = expected !== undefined || headerList(request, 'x-amz-trailer').includes(name);
    if (wasPromised && expected !== actual)
      throw new ObjectError(400, 'BadDigest', `The ${name} you specified did not match what we received.`);
    verified[name] = actual;
  }
  return { file, size, md5: digest.toString('hex'), checksums: verified };
}

async function* buffers(request: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const part of request) {
    if (Buffer.isBuffer(part)) yield part;
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

const headerList = (request: IncomingMessage, name: string) =>
  (header(request, name) ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
