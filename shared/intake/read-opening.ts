import * as z from 'zod';
import { AppError } from '../platform/errors.ts';
import { recordTypeNames } from '../records/registry.ts';
import { issuesOf } from './issues.ts';

const typeSchema = z.enum(recordTypeNames);
const modeSchema = z.enum(['commit', 'validate']).default('commit');

/** What an upload is opened with. */
export const openingSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('csv'), type: typeSchema, mode: modeSchema }),
  z.strictObject({ format: z.literal('ndjson'), mode: modeSchema }),
  z.strictObject({ format: z.literal('xlsx'), type: typeSchema.optional(), mode: modeSchema }),
]);

/**
 * Reads what is to be uploaded: its format; of a CSV the kind of its records, of a workbook with one sheet, too; and
 * whether it is to be stored or only tried.
 *
 * @throws AppError 422 `invalid-upload`
 */
export function readOpening(body: unknown) {
  const opening = openingSchema.safeParse(body);
  if (opening.success) return opening.data;
  const issues = issuesOf(opening.error.issues, body);
  throw new AppError(422, 'invalid-upload', 'This says no file that can be taken in.', { issues });
}
