import { ObjectError } from './object-error.ts';
import type { ObjectVersion } from './object-version.ts';
import type { RequestTarget } from './request-target.ts';
import { parameter } from './request-target.ts';
import { element, xmlDocument } from './xml.ts';

const LARGEST_PAGE = 1000;

/** Answers ListObjectsV2 from a bucket's current objects, which come in order. */
export function listObjects(
  target: RequestTarget,
  objects: readonly (readonly [key: string, version: ObjectVersion])[],
): string {
  const prefix = parameter(target, 'prefix') ?? '';
  const delimiter = parameter(target, 'delimiter') ?? '';
  const token = parameter(target, 'continuation-token');
  const after =
    token === undefined ? parameter(target, 'start-after') : Buffer.from(token, 'base64url').toString();
  const asked = Number(parameter(target, 'max-keys') ?? LARGEST_PAGE);
  if (!Number.isInteger(asked) || asked < 0)
    throw new ObjectError(400, 'InvalidArgument', 'max-keys is a number.');
  const size = Math.min(asked, LARGEST_PAGE);

  const rows = new Map<string, string>();
  let truncated = false;
  let last = '';
  for (const [key, version] of objects) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const shared = end === -1 ? undefined : key.slice(0, end + delimiter.length);
    const name = shared ?? key;
    if (rows.has(name) || (after !== undefined && !isAfter(name, after))) continue;
    if (rows.size === size) {
      truncated = true;
      break;
    }
    rows.set(
      name,
      shared === undefined
        ? contents(key, version)
        : `<CommonPrefixes>${element('Prefix', shared)}</CommonPrefixes>`,
    );
    last = name;
  }
  return xmlDocument(
    'ListBucketResult',
    [
      element('Name', target.bucket),
      element('Prefix', prefix),
      element('KeyCount', rows.size),
      element('MaxKeys', size),
      element('IsTruncated', truncated),
      element('NextContinuationToken', truncated ? Buffer.from(last).toString('base64url') : undefined),
      ...rows.values(),
    ].join(''),
  );
}

const isAfter = (name: string, other: string) => Buffer.compare(Buffer.from(name), Buffer.from(other)) > 0;

function contents(key: string, { modified, etag, size }: ObjectVersion): string {
  return `<Contents>${[
    element('Key', key),
    element('LastModified', new Date(modified).toISOString()),
    element('ETag', etag),
    element('Size', size),
    element('StorageClass', 'STANDARD'),
  ].join('')}</Contents>`;
}
