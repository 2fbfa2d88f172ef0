import * as z from 'zod';
import { instantSchema, referenceSchema, substanceSchema } from './fields.ts';
import { hasRepeats } from './cross-checks.ts';
import { aboutPerson, recordType } from './record-type.ts';

const resultSchema = z.strictObject({
  substance: substanceSchema,
  result: z.enum(['negative', 'positive', 'inconclusive']),
  /** The substance was prescribed: a positive result that is no use. */
  explained: z.literal(true).optional(),
});

/** One drug or alcohol test, provided or not; for a test not provided `collectedAt` is when it was due. */
const testSchema = z.strictObject({
  personRef: referenceSchema,
  collectedAt: instantSchema,
  matrix: z.enum(['urine', 'oral-fluid', 'breath', 'blood', 'hair']),
  reason: z.enum(['scheduled', 'lapse', 'random']),
  status: z.enum(['provided', 'refused', 'missed', 'excused', 'invalid']),
  results: z.array(resultSchema).min(1).max(16).optional(),
});

export type Test = z.infer<typeof testSchema>;

export const test = recordType({
  type: 'test',
  collection: 'tests',
  schema: testSchema,
  check: ({ status, results }, problem) => {
    if (status === 'provided' && !results) problem('results', 'required: a provided test has its results');
    if (status !== 'provided' && results)
      problem('results', 'not-applicable: only a provided test has results');
    if (hasRepeats(results?.map(({ substance }) => substance)))
      problem('results', 'repeated: give each substance one result');
  },
  subjectOf: aboutPerson,
  happenedAt: ({ collectedAt }) => collectedAt,
});
