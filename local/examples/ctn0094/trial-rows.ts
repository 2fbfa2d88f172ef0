import { parse } from 'csv-parse/sync';
import * as z from 'zod';

/** A row of a file by its place: `visit.csv:12` is the file's twelfth line, the header being the first. */
export type RowName = `${string}.csv:${number}`;

const who = z.coerce.number().int().positive();
const day = z.coerce.number().int();
const dayOrNothing = z.union([z.literal('').transform(() => undefined), day]);
const flag = z.enum(['', '1']).transform((cell) => cell === '1');
const project = z.enum(['27', '30', '51']);

/** The files of the trials and what is read of each row; days are counted from consent, empty where not known. */
export const trialSchemas = {
  everybody: z.object({ who, project }),
  site_masked: z.object({ who, site_masked: z.string().regex(/^\d+$/) }),
  demographics: z.object({ who, age: dayOrNothing, is_male: z.enum(['Yes', 'No', '']) }),
  randomization: z.object({ who, treatment: z.string(), which: z.enum(['1', '2']), when: day }),
  visit: z.object({
    who,
    visit: z.string(),
    what: z.enum(['visit', 'final', 'no visit', 'MISSING', '']),
    when: dayOrNothing,
    is_no_show: flag,
    is_in_jail: flag,
    is_in_hospital: flag,
    is_illness: flag,
    is_moved: flag,
    is_left_study: flag,
    is_missing_14_consecutive: flag,
  }),
  uds: z.object({
    who,
    what: z.enum([
      'Opioid',
      'Methadone',
      'Buprenorphine',
      'Cocaine',
      'Amphetamine',
      'Thc',
      'Benzodiazepine',
      'Sedatives',
      'Alcohol',
      'Mdma/Hallucinogen',
    ]),
    when: day,
  }),
  withdrawal: z.object({ who, when: dayOrNothing }),
  detox: z.object({ who }),
  meta_study_length: z.object({
    project,
    treatment: z.string(),
    phase: z.enum(['1', '2']),
    weeks: z.coerce.number().int().positive(),
    description: z.string(),
  }),
} as const;

type Schemas = typeof trialSchemas;

/** A row of one of the files, with its name. */
export type TrialRow<File extends keyof Schemas> = z.output<Schemas[File]> & { readonly row: RowName };

/** What is read of the folder of the trials. */
export type TrialFiles = { readonly [File in keyof Schemas]: readonly TrialRow<File>[] };

/**
 * Reads the rows of a file; columns that are not in the schema stay behind.
 *
 * @throws ZodError at a cell of a kind that the trials are not known to have
 * @example trialRows('everybody', trialSchemas.everybody, 'who,project\n8,27\n') // [{ who: 8, project: '27', row: 'everybody.csv:2' }]
 */
export function trialRows<Schema extends z.ZodObject>(
  file: string,
  schema: Schema,
  csv: string,
): (z.output<Schema> & { readonly row: RowName })[] {
  const rows = z.array(schema).parse(parse(csv, { columns: true }));
  return rows.map((row, index) => ({ ...row, row: `${file}.csv:${index + 2}` }));
}
