import * as z from 'zod';
import { dateSchema, referenceSchema, wholeSchema } from './fields.ts';
import { recordType } from './record-type.ts';

const scoreSchema = wholeSchema.min(1).max(5);

/** A worker's own reflection on practice, in the six dimensions; never shown by worker. */
const reflectionSchema = z.strictObject({
  workerRef: referenceSchema,
  reflectedOn: dateSchema,
  culture: scoreSchema,
  stance: scoreSchema,
  clientWork: scoreSchema,
  boundaries: scoreSchema,
  mythology: scoreSchema,
  selfReflection: scoreSchema,
});

export const reflection = recordType({
  type: 'reflection',
  collection: 'reflections',
  schema: reflectionSchema,
  subjectOf: () => ({ kind: 'provider' }),
  happenedAt: ({ reflectedOn }) => reflectedOn,
});
