import * as z from 'zod';
import { isBefore } from './cross-checks.ts';
import { codeSchema, dateSchema, wholeSchema } from './fields.ts';

/** Words for people: with a letter or digit to see, in one line, and nothing that cannot be seen or printed. */
const textSchema = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/[\p{L}\p{N}]/u, 'invalid-text: send at least one letter or digit')
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'invalid-text: leave out characters that cannot be printed');

const nameSchema = textSchema(120);

const disclosureSchema = z.enum(['lt5', 'hes7round5']);

const commissionerSchema = z.strictObject({
  name: nameSchema,
  /** The rule small numbers are withheld by in this commissioner's packs. */
  disclosure: z
    .union([disclosureSchema, z.strictObject({ mode: disclosureSchema }).transform(({ mode }) => mode)])
    .default('lt5'),
  /** Who is told of a release. */
  notify: z.array(z.email('invalid-email: send an e-mail address').max(254)).max(50).optional(),
  places: z
    .strictObject({
      'day-programme': wholeSchema.min(0).optional(),
      aftercare: wholeSchema.min(0).optional(),
    })
    .optional(),
});

const providerSchema = z.strictObject({ name: nameSchema });

const referrerSchema = z.strictObject({ name: nameSchema });

const SHARE = 'out-of-range: send a share between 0 and 1, such as 0.6';

/** What a contract asks of a measure, from a day on. */
const targetSchema = z
  .strictObject({
    commissioner: codeSchema,
    measure: codeSchema,
    value: z.number().min(0, SHARE).max(1, SHARE),
    direction: z.enum(['at-least', 'at-most']),
    validFrom: dateSchema,
    validTo: dateSchema.optional(),
    source: textSchema(200),
  })
  .refine(({ validFrom, validTo }) => !isBefore(validTo, validFrom), {
    path: ['validTo'],
    error: 'date-order: must be on or after validFrom',
  });

/** The operator's registries: what stands outside the records and gives them their codes. */
export const registries = {
  commissioners: commissionerSchema,
  providers: providerSchema,
  referrers: referrerSchema,
  targets: targetSchema,
} as const;

export type RegistryName = keyof typeof registries;

/** Whether a collection is one of the operator's registries. */
export function isRegistry(name: string): name is RegistryName {
  return name in registries;
}
