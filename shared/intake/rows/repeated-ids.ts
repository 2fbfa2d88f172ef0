import { createHash } from 'node:crypto';
import type { FieldIssue } from '../../platform/errors.ts';
import type { Row } from './read-row.ts';

/**
 * Makes what notices, of rows given in their order, one whose id an earlier row has with other content: which of the two
 * is meant nobody can tell. A row that is there twice as it is does no harm.
 *
 * @example repeatedIds()(row) // undefined, or [{ field: 'id', code: 'repeated-id', … }]
 */
export function repeatedIds(): (row: Row) => readonly FieldIssue[] | undefined {
  const seen = new Map<string, { readonly row: number; readonly hash: string }>();
  return ({ row, id, value }) => {
    if (typeof id !== 'string') return undefined;
    const hash = createHash('sha256').update(JSON.stringify(value)).digest('base64');
    const first = seen.get(id);
    if (first === undefined) seen.set(id, { row, hash });
    if (first === undefined || first.hash === hash) return undefined;
    const message = `row ${first.row} has this id, too, with other content; keep one of them`;
    return [{ field: 'id', code: 'repeated-id', message }];
  };
}
