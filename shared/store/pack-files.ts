import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

/** The bucket and the client it is reached by. */
export type Bucket = { readonly client: S3Client; readonly name: string };

/** The hashes of a folder's files; what signs them, and the public key that checks it. The signature is written last. */
export const SEAL = { manifest: 'manifest.json', key: 'signing-key.pem', signature: 'manifest.sig' } as const;

/** The files of a pack; the signature, written last, makes it exist. */
export const packFileNames = [
  'outcomes.json',
  'pack.pdf',
  'pack.xlsx',
  'outcomes.csv',
  'outcomes.csv-metadata.json',
  SEAL.manifest,
  SEAL.key,
  SEAL.signature,
] as const;

/** Where the revisions of a month are. */
const monthFolder = (commissioner: string, month: string) => `packs/${commissioner}/${month}/`;

/** Where the files of a revision are. */
export const packFolder = (commissioner: string, month: string, revision: number) =>
  `${monthFolder(commissioner, month)}r${revision}`;

/** Where the files of a replay are: beside the packs, never among them. */
export const replayFolder = (run: string, commissioner: string) => `replays/${run}/${commissioner}`;

/** What was withheld of a revision and why: for the operator, and no file of the pack. */
export const disclosureFile = (commissioner: string, month: string, revision: number) =>
  `disclosure/${commissioner}/${month}/r${revision}.json`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pem: 'application/x-pem-file',
};

/**
 * Writes a file once: one that is there already, from an earlier try of the same run, stays as it is.
 *
 * @returns whether it was written now
 */
export async function writeOnce(bucket: Bucket, key: string, body: Uint8Array): Promise<boolean> {
  try {
    await bucket.client.send(
      new PutObjectCommand({
        Bucket: bucket.name,
        Key: key,
        Body: body,
        ContentType: CONTENT_TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        IfNoneMatch: '*',
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.name === 'PreconditionFailed')) throw error;
    return false;
  }
}

/**
 * Writes a file once, as `writeOnce` does.
 *
 * @returns what is there then: of a file that an earlier try wrote, its bytes and not those given
 */
export async function keptOnce(bucket: Bucket, key: string, body: Uint8Array): Promise<Uint8Array> {
  return (await writeOnce(bucket, key, body)) ? body : readFile(bucket, key);
}

/** The keys of the files that begin with a prefix. */
export async function listFiles({ client, name }: Bucket, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: name, Prefix: prefix, ContinuationToken }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return keys;
}

/** The highest revision of a month that has files; 0 where none has. */
export async function lastFiledRevision(
  bucket: Bucket,
  commissioner: string,
  month: string,
): Promise<number> {
  const folder = monthFolder(commissioner, month);
  const keys = await listFiles(bucket, folder);
  const revisions = keys.flatMap((key) => /^r(\d+)\//.exec(key.slice(folder.length))?.[1] ?? []);
  return Math.max(0, ...revisions.map(Number));
}

/** Reads a file. */
export async function readFile(bucket: Bucket, key: string): Promise<Uint8Array> {
  const { Body } = await bucket.client.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }));
  if (Body === undefined) throw new Error('the object store answered without a body');
  return Body.transformToByteArray();
}
