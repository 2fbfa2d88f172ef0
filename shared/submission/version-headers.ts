import { AppError } from '../platform/errors.ts';

/** The entity tag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version an `If-Match` header asks for: a certain one, any that is there (`*`), or undefined when it asks for none.
 *
 * @throws AppError 400 `invalid-if-match`
 */
export function expectedVersion(ifMatch: string | undefined): number | 'any' | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '') return undefined;
  if (ifMatch.trim() === '*') return 'any';
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new AppError(
    400,
    'invalid-if-match',
    'Send the ETag as you received it, such as "3", or leave it out.',
  );
}
