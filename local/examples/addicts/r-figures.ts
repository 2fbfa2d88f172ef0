import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const limitSchema = z.union([z.literal('NA').transform(() => null), z.coerce.number()]);

const rowSchema = z.object({
  strata: z.string(),
  time: z.coerce.number(),
  n_risk: z.coerce.number(),
  n_event: z.coerce.number(),
  n_censor: z.coerce.number(),
  surv: z.coerce.number(),
  lower: limitSchema,
  upper: limitSchema,
});

/** One row of a table that R's `survfit` printed: a time at which somebody left or was last seen. */
export type RRow = z.infer<typeof rowSchema>;

/** Reads `km_all_log-log.csv` or `km_clinic_log-log.csv`. */
export function readRTable(csv: string): RRow[] {
  return z.array(rowSchema).parse(parse(csv, { columns: true, skip_empty_lines: true, trim: true }));
}

/** What R says of a stratum on a day: the step curve's last row up to it. */
export function rFigureAt(rows: readonly RRow[], strata: string, day: number) {
  const row = rows
    .filter((each) => each.strata === strata && each.time <= day)
    .reduce<RRow | undefined>((last, each) => (last && last.time > each.time ? last : each), undefined);
  if (row === undefined) throw new Error(`R's table has nothing of ${strata} up to day ${day}`);
  const { surv, lower, upper, n_risk, n_event, n_censor } = row;
  return { value: surv, lower, upper, atRisk: n_risk - n_event - n_censor };
}
