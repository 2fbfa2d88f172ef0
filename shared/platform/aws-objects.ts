import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** The client of the buckets. */
export function objectsClient(config: S3ClientConfig = {}): S3Client {
  return new S3Client(config);
}
