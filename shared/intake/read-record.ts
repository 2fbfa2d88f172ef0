import type { FieldIssue } from '../platform/errors.ts';
import { codeSchema } from '../records/fields.ts';
import { type AnyRecord, recordTypeNames, typeNamed } from '../records/registry.ts';
import { issuesOf } from './issues.ts';

/** A record, or everything that is wrong with what was sent as one. */
export type Reading =
  | { readonly record: AnyRecord; readonly issues?: undefined }
  | { readonly record?: undefined; readonly issues: readonly FieldIssue[] };

/**
 * Reads what was sent as a record of a kind under an id.
 *
 * @example readRecord('lapse', 'L-1', { personRef: 'SU-1' }) // { issues: [{ field: 'openedOn', code: 'required', … }, …] }
 */
export function readRecord(type: string, id: unknown, value: unknown): Reading {
  const recordType = typeNamed(type);
  if (recordType === undefined) {
    const message = 'send one of the kinds of record';
    return { issues: [{ field: 'type', code: 'not-allowed', message, allowed: recordTypeNames }] };
  }
  const parsedId = codeSchema.safeParse(id);
  const parsed = recordType.parse(parsedId.data ?? '', value);
  if (parsedId.success && parsed.success) return { record: parsed.record };
  const idIssues = parsedId.error?.issues.map((problem) => ({ ...problem, path: ['id'] })) ?? [];
  return {
    issues: issuesOf([...idIssues, ...(parsed.success ? [] : parsed.issues)], { id, ...fieldsOf(value) }),
  };
}

function fieldsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
