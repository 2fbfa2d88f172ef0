import * as z from 'zod';
import { idProblems } from '../intake/id-problems.ts';
import { issuesOf } from '../intake/issues.ts';
import type { FieldIssue } from '../platform/errors.ts';
import { codeSchema } from '../records/fields.ts';
import type { RecordType } from '../records/record-type.ts';

/** What was sent as a block or a claim, and everything that is wrong with it by itself. */
export type FinanceReading<Data> = {
  /** Undefined where anything is wrong. */
  readonly data: Data | undefined;
  /** The fields that are right by themselves. */
  readonly sound: Partial<Data>;
  readonly issues: readonly FieldIssue[];
};

/**
 * Reads what was sent under an id.
 *
 * @param idSchema what ids are, where not every code is one
 * @example readFinance(block, 'B-1', { weeks: 12 }).issues // [{ field: 'provider', code: 'required', … }, …]
 */
export function readFinance<Schema extends z.ZodObject>(
  type: RecordType<string, Schema>,
  id: string,
  value: unknown,
  idSchema: z.ZodType = codeSchema,
): FinanceReading<z.output<Schema>> {
  const ofId = idProblems(id, idSchema);
  const parsed = type.parse(id, value);
  const fields = z.looseObject({}).catch({}).parse(value);
  const issues = issuesOf([...ofId, ...(parsed.success ? [] : parsed.issues)], { id, ...fields });
  const sound = parsed.success ? parsed.record.data : parsed.sound;
  return { data: parsed.success && issues.length === 0 ? parsed.record.data : undefined, sound, issues };
}
