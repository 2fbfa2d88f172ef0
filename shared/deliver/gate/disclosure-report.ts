import * as z from 'zod';

/** What was withheld of a revision and why, as it is kept for the operator beside the pack. */
export const disclosureReportSchema = z.object({
  units: z.array(
    z.object({
      place: z.object({
        measure: z.string(),
        part: z.enum(['headline', 'sensitivity', 'beside', 'split', 'cohort']),
        name: z.string(),
        category: z.string(),
      }),
      unit: z.string(),
    }),
  ),
  /**
   * Numbers of few people, and how wide the range is in which a reader can place each; null: without bounds. `accepted`:
   * that it is told is a decision, not a mistake.
   */
  audited: z.array(
    z.object({ width: z.number().nullable(), safe: z.boolean(), accepted: z.literal(true).optional() }),
  ),
});

export type DisclosureReport = z.infer<typeof disclosureReportSchema>;
