import type * as z from 'zod';
import { codeSchema } from '../records/fields.ts';

/**
 * What is wrong with an id that was sent, as problems of the field `id`; nothing when it is one.
 *
 * @param schema what ids are here, where not every code is one
 */
export function idProblems(id: unknown, schema: z.ZodType = codeSchema): z.core.$ZodIssue[] {
  return schema.safeParse(id).error?.issues.map((problem) => ({ ...problem, path: ['id'] })) ?? [];
}
