import * as z from 'zod';
import { type OutcomeDocument, outcomeDocumentSchema } from '../document.ts';
import { mapValues } from '../map-values.ts';

/** What of an issue is drawn over time. */
export type IssuedMonth = Pick<OutcomeDocument, 'month' | 'disclosure' | 'measures' | 'moved'>;

/** What nothing is drawn of: most of a document. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['sensitivity', 'beside', 'splits', 'comparisons']);

const roughSchema = z.looseObject({ measures: z.record(z.string(), z.record(z.string(), z.unknown())) });

/**
 * Reads of a document that was issued what is drawn of it. There is one for every month so far, and to check all of
 * each takes longer than to compute a small month.
 *
 * @throws ZodError where that is not as a document has it
 */
export function readIssuedMonth(document: unknown): IssuedMonth {
  const rough = roughSchema.parse(document);
  const measures = mapValues(rough.measures, (result) =>
    Object.fromEntries(Object.entries(result).filter(([name]) => !NOT_DRAWN.has(name))),
  );
  return outcomeDocumentSchema.parse({ ...rough, measures });
}
