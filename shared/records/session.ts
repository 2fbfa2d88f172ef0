import * as z from 'zod';
import { codeSchema, instantSchema, referenceSchema, wholeSchema } from './fields.ts';
import { hasRepeats } from './cross-checks.ts';
import { recordType } from './record-type.ts';

export const RESONANCE_FACTOR_TOPICS = [
  'cravings',
  'drug-dna',
  'lapse-and-relapse',
  'grief-process',
  'justifications-and-reasons',
] as const;

export const FAMILY_WORKSHOP_TOPICS = [
  'enabling-and-codependency',
  'impact-on-family',
  'tough-decisions',
] as const;

export const AFTERCARE_TOPICS = [
  'managing-change',
  'fear-and-rejection',
  'overcoming-blockers',
  'education-and-training',
  'areas-of-interest',
  'professionalism',
  'using-personal-experience',
  'career-path',
] as const;

export const sessionKindSchema = z.enum([
  'group',
  'one-to-one',
  'counselling',
  'family-group',
  'family-one-to-one',
  'carer-group',
  'joint-group',
  'family-workshop',
  'women-only-group',
  'offending-behaviour-group',
  'social-literacy',
  'telephone',
  'activity',
  'peer-support',
]);

const familyMemberSchema = z.strictObject({
  ref: referenceSchema,
  relationship: z.enum(['partner', 'parent', 'sibling', 'carer', 'other']),
});

/** One person's part in one session, or a session with kinship carers and family only. */
const sessionSchema = z.strictObject({
  personRef: referenceSchema.optional(),
  commissioner: codeSchema.optional(),
  placement: codeSchema.optional(),
  groupRef: codeSchema.optional(),
  kind: sessionKindSchema,
  startsAt: instantSchema,
  attendance: z.enum([
    'attended',
    'did-not-attend',
    'cancelled-by-client',
    'cancelled-by-service',
    'family-only',
  ]),
  workers: z.array(referenceSchema).max(20),
  topics: z
    .array(z.enum([...RESONANCE_FACTOR_TOPICS, ...FAMILY_WORKSHOP_TOPICS, ...AFTERCARE_TOPICS]))
    .max(16)
    .optional(),
  family: z.array(familyMemberSchema).max(20).optional(),
  childrenPresent: wholeSchema.min(0).max(50).optional(),
});

export type Session = z.infer<typeof sessionSchema>;

export const session = recordType({
  type: 'session',
  collection: 'sessions',
  schema: sessionSchema,
  check: ({ personRef, commissioner, placement, attendance, family }, problem) => {
    const withFamily = attendance === 'attended' || attendance === 'family-only';
    if (!personRef && !commissioner)
      problem('personRef', 'required: name the person, or for family only the commissioner');
    if (!personRef && attendance === 'attended')
      problem('attendance', 'not-applicable: without a person send family-only');
    if (!personRef && placement)
      problem('placement', 'not-applicable: without a person there is no placement');
    if (family && !withFamily) problem('family', 'not-applicable: only with attended or family-only');
    if (hasRepeats(family?.map(({ ref }) => ref)))
      problem('family', 'repeated: name each family member once');
  },
  subjectOf: ({ personRef, commissioner = '' }) =>
    personRef === undefined ? { kind: 'commissioner', commissioner } : { kind: 'person', personRef },
  happenedAt: ({ startsAt }) => startsAt,
});
