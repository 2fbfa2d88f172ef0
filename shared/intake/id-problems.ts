import type * as z from 'zod';
import { codeSchema } from '../records/fields.ts';

/** What is wrong with an id that was sent, as problems of the field `id`; nothing when it is one. */
export function idProblems(id: unknown): z.core.$ZodIssue[] {
  return codeSchema.safeParse(id).error?.issues.map((problem) => ({ ...problem, path: ['id'] })) ?? [];
}
