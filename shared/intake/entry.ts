import * as z from 'zod';
import type { FieldIssue } from '../platform/errors.ts';

/** What was sent as one record of a batch, right or wrong. */
export type Entry = {
  readonly type: string;
  readonly id: unknown;
  /** The record without its kind and id. */
  readonly value: unknown;
  /** The line or row it stands in, as its sender counts them. */
  readonly row?: number;
  /** What is wrong with it before anything of it was read as a record. */
  readonly issues?: readonly FieldIssue[];
  /** Puts what is wrong with the record in its sender's terms, such as the columns of a sheet. */
  readonly told?: (issues: readonly FieldIssue[]) => readonly FieldIssue[];
};

const entrySchema = z.looseObject({ type: z.string().catch(''), id: z.unknown() });

/**
 * Takes an entry apart. One that is no object with a kind is kept as one that will be refused, so that every entry has
 * its result.
 *
 * @example entryOf({ type: 'lapse', id: 'L-1', openedOn: '2026-10-02' }) // { type: 'lapse', id: 'L-1', value: { openedOn: … } }
 */
export function entryOf(sent: unknown): Entry {
  const parsed = entrySchema.safeParse(sent);
  if (!parsed.success) return { type: '', id: undefined, value: sent };
  const { type, id, ...value } = parsed.data;
  return { type, id, value };
}
