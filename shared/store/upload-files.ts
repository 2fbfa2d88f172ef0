import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type Bucket, listFiles } from './pack-files.ts';

type Whose = { readonly provider: string; readonly id: string };

/** Where the file of an upload is sent to. */
export const uploadedFile = ({ provider, id }: Whose) => `files/${provider}/${id}`;

/** Where what is needed while an upload is worked through is, and removed with its file. */
export const workFolder = ({ provider, id }: Whose) => `work/${provider}/${id}`;

/** Where what was made of one file of an upload is: of another file that was sent with the same form, elsewhere. */
export const workOfFile = (whose: Whose, etag: string) =>
  `${workFolder(whose)}/of-${etag.replaceAll(/[^\w-]/g, '')}`;

/** The file that asks for what is not done of an upload to be done again. */
export const replayFile = (whose: Whose) => `${workFolder(whose)}/again.json`;

/** Where the problems of an upload's rows are kept, longer than the file. */
export const errorsFolder = ({ provider, id }: Whose) => `errors/${provider}/${id}`;

/** The file that tells what was wrong with each row. */
export const errorsFile = (whose: Whose) => `${errorsFolder(whose)}/errors.csv`;

/** Of which upload a file of the bucket is, and what of it; undefined where it is none that work begins with. */
export function workBegunBy(key: string): { readonly id: string; readonly slice?: string } | undefined {
  const [, file] = /^files\/[^/]+\/([^/]+)$/.exec(key) ?? [];
  if (file !== undefined) return { id: file };
  const [, id, slice] = /^work\/[^/]+\/([^/]+)\/(?:slices\/([12]-\d{5})|again)\.json$/.exec(key) ?? [];
  return id === undefined ? undefined : { id, ...(slice !== undefined && { slice }) };
}

/** A file that is there: how long it is, and its entity tag. */
export type Found = { readonly size: number; readonly etag: string };

/**
 * Looks at a file; undefined where there is none. It is listed and not asked for by itself: who may list only some
 * folders is told 403 of a file that is not there, as of one that is another's.
 */
export async function findFile({ client, name }: Bucket, key: string): Promise<Found | undefined> {
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: name, Prefix: key, MaxKeys: 1 }),
  );
  const [first] = Contents;
  return first?.Key === key ? { size: first.Size ?? 0, etag: first.ETag ?? '' } : undefined;
}

/**
 * The bytes of a file from one place up to another, as they come.
 *
 * @param etag of the file that is meant; another one under its key is not read
 * @throws S3ServiceException `PreconditionFailed` where another file is there
 */
export async function* readRange(
  { client, name }: Bucket,
  key: string,
  { start, end, etag }: { readonly start: number; readonly end: number; readonly etag?: string },
): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  const { Body } = await client.send(
    new GetObjectCommand({
      Bucket: name,
      Key: key,
      Range: `bytes=${start}-${end - 1}`,
      ...(etag !== undefined && { IfMatch: etag }),
    }),
  );
  if (Body === undefined) throw new Error('the object store answered without a body');
  const stream: AsyncIterable<unknown> = isStream(Body) ? Body : Body.transformToWebStream();
  for await (const part of stream) if (part instanceof Uint8Array) yield part;
}

const isStream = (body: object): body is AsyncIterable<unknown> => Symbol.asyncIterator in body;

/** Writes a file, over one that is there. */
export async function writeFile(
  { client, name }: Bucket,
  key: string,
  body: Uint8Array | string,
): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body }));
}

/** Removes what an upload was worked through with, and its file last, so that what is left is found by it. */
export async function removeWork(bucket: Bucket, whose: Whose): Promise<void> {
  const keys = await listFiles(bucket, `${workFolder(whose)}/`);
  for (const key of [...keys, uploadedFile(whose)])
    await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: key }));
}
