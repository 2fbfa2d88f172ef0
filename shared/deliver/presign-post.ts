import { createHmac } from 'node:crypto';
import type { Bucket } from '../store/pack-files.ts';

/** A form that one file can be posted with, by whoever holds it. */
export type PresignedPost = {
  readonly url: string;
  /** Fields to send before the file, in any order. */
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
};

type Terms = {
  readonly key: string;
  readonly mostBytes: number;
  readonly seconds: number;
};

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * A form that stores one file, under this key and no longer than so many bytes, until it expires.
 * Like every signature of the SDK it is made by the real clock, also where another one is played.
 *
 * Source: Amazon S3, "Authenticating requests: browser-based uploads using POST (Signature Version 4)".
 *
 * @example await presignPost(bucket, { key: 'files/janus/1', mostBytes: 50e6, seconds: 3600 })
 */
export async function presignPost(
  { client, name }: Bucket,
  { key, mostBytes, seconds }: Terms,
  now = new Date(),
): Promise<PresignedPost> {
  const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
  const region = await client.config.region();
  const instant = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [instant.slice(0, 8), region, 's3', 'aws4_request'];
  const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString();
  const signed = {
    key,
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': [accessKeyId, ...scope].join('/'),
    'x-amz-date': instant,
    ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
  };
  const conditions = [
    { bucket: name },
    ...Object.entries(signed).map(([field, value]) => ({ [field]: value })),
    ['content-length-range', 1, mostBytes],
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: expiresAt, conditions })).toString('base64');
  const signingKey = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return {
    url: await addressOf({ client, name }, region),
    fields: { ...signed, policy, 'x-amz-signature': hmac(signingKey, policy).toString('hex') },
    expiresAt,
  };
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Where the bucket is: under its own name on AWS, in a path where another server stands in for it. */
async function addressOf({ client, name }: Bucket, region: string): Promise<string> {
  const endpoint = await client.config.endpoint?.();
  if (endpoint === undefined) return `https://${name}.s3.${region}.amazonaws.com/`;
  const { protocol, hostname, port } = endpoint;
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}/${name}`;
}
