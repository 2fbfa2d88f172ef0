import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from './bucket.ts';
import { ObjectError } from './object-error.ts';
import { keptHeaders } from './object-headers.ts';
import { readForm } from './read-form.ts';
import { type PostAllowed, verifyPostPolicy } from './verify-post-policy.ts';

type Posted = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bucketName: string;
  readonly bucket: Bucket;
  readonly unfinished: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly now: Date;
};

/** Takes in a file by a form whose policy allows it. */
export async function answerPost(posted: Posted): Promise<void> {
  const { request, response, bucketName, bucket, unfinished, secrets, now } = posted;
  const { fields, file } = await readForm(request);
  const allowed = verifyPostPolicy(fields, { bucket: bucketName, secrets, now });
  const path = join(unfinished, randomUUID());
  try {
    const { size, md5 } = await keep(file, path, allowed);
    const { etag } = bucket.put(allowed.key, {
      body: { file: path, size, checksums: {} },
      etag: `"${md5}"`,
      headers: keptHeaders({}),
    });
    response.writeHead(204, { etag }).end();
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

async function keep(file: AsyncIterable<Buffer>, path: string, { least, most }: PostAllowed) {
  const hash = createHash('md5');
  let size = 0;
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const part of file) {
      size += part.length;
      if (size > most)
        throw new ObjectError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
      hash.update(part);
      yield part;
    }
  }
  await pipeline(measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (size < least)
    throw new ObjectError(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    );
  return { size, md5: hash.digest('hex') };
}
