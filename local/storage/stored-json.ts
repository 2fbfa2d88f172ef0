import { existsSync, readFileSync } from 'node:fs';
import type * as z from 'zod';
import { writeFileAtomically } from './write-file-atomically.ts';

/** One JSON document on disk, of one shape. */
export type StoredJson<T> = {
  /** What is stored, or nothing where nothing has been stored yet; throws where the file has another shape. */
  readonly read: () => T | undefined;
  readonly write: (value: T) => void;
};

/** A document that only its owner may read, since what one machine keeps is keys and secrets. */
export function storedJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): StoredJson<z.output<Schema>> {
  return {
    read: () => (existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined),
    write: (value) => writeFileAtomically(path, `${JSON.stringify(value)}\n`, 0o600),
  };
}
