import * as z from 'zod';
import { hasRepeats } from '../records/cross-checks.ts';
import { codeSchema, wholeSchema } from '../records/fields.ts';
import { recordType } from '../records/record-type.ts';
import { documentReferenceSchema } from './document-reference.ts';
import { penceSchema } from './pence.ts';

const lineSchema = z.strictObject({
  placement: codeSchema,
  weeks: wholeSchema.min(1).max(53),
  ratePence: penceSchema.min(0).max(10_000_000),
});

/** What a provider says was used in a month, from one block or on the spot. */
const claimSchema = z.strictObject({
  provider: codeSchema,
  commissioner: codeSchema,
  month: z.string().regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/, 'invalid-month: send a month as YYYY-MM'),
  /** A block's id, or `spot`. */
  block: codeSchema,
  invoiceRef: documentReferenceSchema.optional(),
  lines: z.array(lineSchema).min(1).max(2_000),
  totalPence: penceSchema.min(0),
});

export type Claim = z.infer<typeof claimSchema>;

/** A claim under its id, which is unique in the whole system. */
export type ClaimRecord = { readonly id: string; readonly data: Claim };

export const claim = recordType({
  type: 'claim',
  collection: 'claims',
  schema: claimSchema,
  check: ({ lines, totalPence }, problem) => {
    if (hasRepeats(lines?.map(({ placement }) => placement)))
      problem('lines', 'repeated: name each placement once');
    if (lines !== undefined && totalPence !== undefined && totalPence !== totalOf(lines))
      problem('totalPence', 'total-differs: must be the sum of weeks times ratePence of the lines');
  },
  subjectOf: ({ commissioner }) => ({ kind: 'commissioner', commissioner }),
  happenedAt: ({ month }) => `${month}-01`,
});

function totalOf(lines: Claim['lines']): number {
  return lines.reduce((sum, { weeks, ratePence }) => sum + weeks * ratePence, 0);
}
