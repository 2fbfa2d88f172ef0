import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const rowSchema = z.object({
  id: z.coerce.number().int().positive(),
  clinic: z.enum(['1', '2']),
  /** Days in treatment. */
  time: z.coerce.number().int().positive(),
  /** 1: left the clinic; 0: still there when last known. */
  event: z.enum(['0', '1']),
});

/** One person of the study, as far as it is mapped. */
export type ClinicRow = z.infer<typeof rowSchema>;

/** Reads `addicts.csv`; its columns `prison` and `dose` have no place in a record and stay behind. */
export function readClinicRows(csv: string): ClinicRow[] {
  return z.array(rowSchema).parse(parse(csv, { columns: true, skip_empty_lines: true, trim: true }));
}
