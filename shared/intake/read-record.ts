import * as z from 'zod';
import type { FieldIssue } from '../platform/errors.ts';
import { isErasedId } from '../records/erased-id.ts';
import { codeSchema } from '../records/fields.ts';
import { type AnyRecord, recordTypeNames, typeNamed } from '../records/registry.ts';
import { idProblems } from './id-problems.ts';
import { issuesOf } from './issues.ts';

/** The id of a record. In claims some ids stand for what is not held any more. */
const recordIdSchema = codeSchema.refine((id) => !isErasedId(id), {
  error: 'reserved-id: means a placement that was erased; choose another id',
});

/** What can be checked against other records, as far as it was sent and is right by itself. */
const linksSchema = z.object({
  personRef: z.string().optional(),
  commissioner: z.string().optional(),
  placement: z.string().optional(),
});

export type Links = z.infer<typeof linksSchema>;

/** A record, or everything that is wrong with what was sent as one; in both cases what it refers to. */
export type Reading = { readonly links: Links } & (
  | { readonly record: AnyRecord; readonly issues?: undefined }
  | { readonly record?: undefined; readonly issues: readonly FieldIssue[] }
);

/**
 * Reads what was sent as a record of a kind under an id.
 *
 * @example readRecord('lapse', 'L-1', { personRef: 'SU-1' }) // { issues: [{ field: 'openedOn', code: 'required', … }, …] }
 */
export function readRecord(type: string, id: unknown, value: unknown): Reading {
  const recordType = typeNamed(type);
  if (recordType === undefined) {
    const message = 'send one of the kinds of record';
    return { links: {}, issues: [{ field: 'type', code: 'not-allowed', message, allowed: recordTypeNames }] };
  }
  const ofId = idProblems(id, recordIdSchema);
  const parsed = recordType.parse(typeof id === 'string' ? id : '', value);
  const links = linksSchema.parse(parsed.success ? parsed.record.data : parsed.sound);
  if (ofId.length === 0 && parsed.success) return { record: parsed.record, links };
  const issues = [...ofId, ...(parsed.success ? [] : parsed.issues)];
  return { links, issues: issuesOf(issues, { id, ...fieldsOf(value) }) };
}

function fieldsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
