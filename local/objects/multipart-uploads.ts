import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ObjectError } from './object-error.ts';
import type { ReceivedBody } from './receive-body.ts';
import { elementsIn, textIn } from './xml.ts';

const SMALLEST_PART = 5 * 1024 * 1024;

type Upload = {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: Map<number, ReceivedBody>;
};

/** An object put together of parts: its body, and the tag that S3 gives such an object. */
type Assembled = Pick<Upload, 'headers'> & {
  readonly file: string;
  readonly size: number;
  readonly etag: string;
};

/** Uploads in parts. They live as long as the process: one that a restart cuts off is answered NoSuchUpload. */
export type MultipartUploads = {
  readonly begin: (key: string, headers: Upload['headers']) => string;
  readonly addPart: (id: string, key: string, number: number, body: ReceivedBody) => void;
  /** Joins the parts that the request lists into `file`. */
  readonly assemble: (id: string, key: string, request: string, file: string) => Promise<Assembled>;
  readonly end: (id: string, key: string) => void;
};

export function multipartUploads(): MultipartUploads {
  const uploads = new Map<string, Upload>();

  function open(id: string, key: string): Upload {
    const upload = uploads.get(id);
    if (upload?.key !== key)
      throw new ObjectError(404, 'NoSuchUpload', 'The specified upload does not exist.');
    return upload;
  }

  return {
    begin: (key, headers) => {
      const id = randomUUID();
      uploads.set(id, { key, headers, parts: new Map() });
      return id;
    },
    addPart: (id, key, number, body) => {
      if (!Number.isInteger(number) || number < 1 || number > 10_000)
        throw new ObjectError(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000.');
      const { parts } = open(id, key);
      const before = parts.get(number);
      if (before !== undefined) rmSync(before.file, { force: true });
      parts.set(number, body);
    },
    assemble: async (id, key, request, file) => {
      const { parts, headers } = open(id, key);
      const chosen = choose(request, parts);
      for (const [index, part] of chosen.entries())
        await pipeline(
          createReadStream(part.file),
          createWriteStream(file, { flags: index === 0 ? 'wx' : 'a', mode: 0o600 }),
        );
      const tags = Buffer.concat(chosen.map(({ md5 }) => Buffer.from(md5, 'hex')));
      const etag = `"${createHash('md5').update(tags).digest('hex')}-${chosen.length}"`;
      return { headers, file, size: chosen.reduce((sum, { size }) => sum + size, 0), etag };
    },
    end: (id, key) => {
      for (const { file } of open(id, key).parts.values()) rmSync(file, { force: true });
      uploads.delete(id);
    },
  };
}

function choose(request: string, parts: ReadonlyMap<number, ReceivedBody>): ReceivedBody[] {
  const listed = elementsIn(request, 'Part').map((part) => ({
    number: Number(textIn(part, 'PartNumber')),
    etag: textIn(part, 'ETag')?.replaceAll('"', ''),
  }));
  if (listed.length === 0)
    throw new ObjectError(400, 'MalformedXML', 'The XML you provided was not well-formed.');
  const chosen = listed.map(({ number, etag }, index) => {
    const part = parts.get(number);
    if (part === undefined || part.md5 !== etag)
      throw new ObjectError(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
    if (number <= (listed[index - 1]?.number ?? 0))
      throw new ObjectError(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    return part;
  });
  if (chosen.slice(0, -1).some(({ size }) => size < SMALLEST_PART))
    throw new ObjectError(
      400,
      'EntityTooSmall',
      'A part but the last is smaller than the minimum allowed size.',
    );
  return chosen;
}
