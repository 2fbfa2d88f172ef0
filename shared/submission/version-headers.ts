import { AppError } from '../platform/errors.ts';
import type { ExpectedVersion } from '../store/put-record.ts';

/** The entity tag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * What must stand for a change to be made: the version of an `If-Match`, any (`If-Match: *`), none (`If-None-Match: *`),
 * or whatever there is (undefined) where neither is sent. A header that is empty or no tag of ours is refused: whoever
 * sends one wants a condition, and would overwrite without it.
 *
 * Source: RFC 9110, 13.1. Of `If-None-Match` a change takes the star alone, and of `If-Match` one tag.
 *
 * @throws AppError 400 `invalid-if-match`, `invalid-if-none-match`
 */
export function expectedVersion(headers: Readonly<Record<string, string | undefined>>): ExpectedVersion {
  const ifMatch = headers['if-match']?.trim();
  const ifNoneMatch = headers['if-none-match']?.trim();
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch === '*' && ifMatch === undefined) return 'none';
    throw new AppError(
      400,
      'invalid-if-none-match',
      'Send If-None-Match: * to create what is not there yet, without If-Match beside it, or leave it out.',
    );
  }
  if (ifMatch === undefined) return undefined;
  if (ifMatch === '*') return 'any';
  const version = /^"([1-9]\d{0,8})"$/.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw new AppError(
    400,
    'invalid-if-match',
    'Send in If-Match the ETag as you received it, such as "3", or leave the header out.',
  );
}
