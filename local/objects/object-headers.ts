import type { IncomingHttpHeaders } from 'node:http';
import type { Bucket } from './bucket.ts';
import type { ObjectVersion } from './object-version.ts';

const KEPT =
  /^(content-(type|disposition|language)|cache-control|expires|x-amz-meta-.+|x-amz-server-side-encryption.*)$/;
const ENCRYPTION = 'x-amz-server-side-encryption';

/** The headers of a request that stay with the object it makes. */
export function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    KEPT.test(name) && typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { 'content-type': 'binary/octet-stream', [ENCRYPTION]: 'AES256', ...Object.fromEntries(kept) };
}

/** What identifies a version in an answer: its tag, its version where there are versions, how it is encrypted. */
export function versionHeaders(bucket: Bucket, version: ObjectVersion): Record<string, string> {
  const encryption = Object.entries(version.headers).filter(([name]) => name.startsWith(ENCRYPTION));
  return {
    etag: version.etag,
    ...(bucket.versioned ? { 'x-amz-version-id': version.id } : {}),
    ...Object.fromEntries(encryption),
  };
}
