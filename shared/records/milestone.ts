import * as z from 'zod';
import { codeSchema, dateSchema, referenceSchema } from './fields.ts';
import { recordType } from './record-type.ts';

/** A dated step of the volunteer pathway, of a service user or of a family member. */
const milestoneSchema = z.strictObject({
  personRef: referenceSchema.optional(),
  familyRef: referenceSchema.optional(),
  commissioner: codeSchema.optional(),
  step: z.enum([
    'transition-started',
    'transition-completed',
    'voluntary-placement-started',
    'voluntary-placement-completed',
    'voluntary-placement-left',
    'external-voluntary-work-started',
    'education-started',
    'training-started',
    'employment-started',
    'careers-advice',
    'criminal-record-check',
    'job-centre',
  ]),
  reachedOn: dateSchema,
  evidence: z.enum(['verified', 'self-reported']),
});

export type Milestone = z.infer<typeof milestoneSchema>;

export const milestone = recordType({
  type: 'milestone',
  collection: 'milestones',
  schema: milestoneSchema,
  check: ({ personRef, familyRef, commissioner }, problem) => {
    if (personRef === undefined && familyRef === undefined)
      problem('personRef', 'required: name the person or the family member');
    if (personRef !== undefined && familyRef !== undefined)
      problem('familyRef', 'not-applicable: name the person or the family member, not both');
    if (familyRef !== undefined && commissioner === undefined)
      problem('commissioner', 'required: with a family member name the commissioner');
  },
  subjectOf: ({ personRef, commissioner = '' }) =>
    personRef === undefined ? { kind: 'commissioner', commissioner } : { kind: 'person', personRef },
  happenedAt: ({ reachedOn }) => reachedOn,
});
