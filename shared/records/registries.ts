import * as z from 'zod';
import { codeSchema, dateSchema } from './fields.ts';

const nameSchema = z.string().trim().min(1).max(120);

const commissionerSchema = z.strictObject({
  name: nameSchema,
  /** The rule small numbers are withheld by in this commissioner's packs. */
  disclosure: z.enum(['lt5', 'hes7round5']).default('lt5'),
  /** Who is told of a release. */
  notify: z.array(z.email()).max(50).optional(),
  places: z
    .strictObject({ 'day-programme': z.int().min(0).optional(), aftercare: z.int().min(0).optional() })
    .optional(),
});

const providerSchema = z.strictObject({ name: nameSchema });

const referrerSchema = z.strictObject({ name: nameSchema });

/** What a contract asks of a measure, from a day on. */
const targetSchema = z.strictObject({
  commissioner: codeSchema,
  measure: codeSchema,
  value: z.number(),
  direction: z.enum(['at-least', 'at-most']),
  validFrom: dateSchema,
  validTo: dateSchema.optional(),
  source: z.string().trim().min(1).max(200),
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
