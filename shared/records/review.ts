import * as z from 'zod';
import {
  childrenSchema,
  dateSchema,
  daysOf28Schema,
  ratingSchema,
  referenceSchema,
  substanceSchema,
} from './fields.ts';
import { aboutPerson, recordType } from './record-type.ts';

/** What was found at the start, at a review, at exit or after it, in the terms of the Treatment Outcomes Profile. */
const reviewSchema = z.strictObject({
  personRef: referenceSchema,
  stage: z.enum(['start', 'review', 'exit', 'post-exit']),
  reviewedOn: dateSchema,
  daysUsed: z.partialRecord(substanceSchema, daysOf28Schema),
  unitsPerUsingDay: z
    .number()
    .min(0)
    .max(200)
    .multipleOf(0.1, 'out-of-range: send at most one decimal')
    .optional(),
  injectedDays: daysOf28Schema.optional(),
  sharing: z.boolean().optional(),
  psychologicalHealth: ratingSchema.optional(),
  physicalHealth: ratingSchema.optional(),
  qualityOfLife: ratingSchema.optional(),
  housingProblem: z.boolean().optional(),
  paidWorkDays: daysOf28Schema.optional(),
  educationDays: daysOf28Schema.optional(),
  children: childrenSchema.optional(),
  recoverySupport: z.enum(['none', 'peer-support', 'mutual-aid', 'faith-based', 'other']).optional(),
  decision: z.enum(['continue', 'extend', 'complete', 'refer']).optional(),
  goalProgress: z.enum(['none', 'some', 'met']).optional(),
});

export type Review = z.infer<typeof reviewSchema>;

export const review = recordType({
  type: 'review',
  collection: 'reviews',
  schema: reviewSchema,
  subjectOf: aboutPerson,
  happenedAt: ({ reviewedOn }) => reviewedOn,
});
