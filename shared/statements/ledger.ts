import * as z from 'zod';
import type { Posting } from '../finance/postings.ts';
import { statementDocumentSchema } from '../finance/statement-document.ts';

const postingSchema = z.strictObject({
  kind: z.enum(['bought', 'used', 'expired']),
  month: z.string(),
  account: z.string(),
  service: z.enum(['day-programme', 'aftercare']),
  /** The tag of the placement, never its id: a file that nobody can delete names no placement. */
  placement: z.string().optional(),
  weeks: z.int(),
  pence: z.int(),
}) satisfies z.ZodType<Posting>;

/** A statement and the postings that it issued, by which a later one finds out what moved since. */
export const ledgerSchema = z.strictObject({
  document: statementDocumentSchema,
  postings: z.array(postingSchema),
});

export type Ledger = z.infer<typeof ledgerSchema>;

export function ledgerBytes(ledger: Ledger): Uint8Array {
  return Buffer.from(`${JSON.stringify(ledger)}\n`);
}
