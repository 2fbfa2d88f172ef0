import * as z from 'zod';
import { childrenSchema, codeSchema, dateSchema, referenceSchema, substanceSchema } from './fields.ts';
import { aboutPerson, recordType } from './record-type.ts';
import { hasRepeats, isBefore } from './cross-checks.ts';

const suspensionSchema = z
  .strictObject({ from: dateSchema, to: dateSchema })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'date-order: must be on or after from',
  });

/** A funded place of one person on the day programme or in aftercare, paid for by one commissioner. */
const placementSchema = z.strictObject({
  personRef: referenceSchema,
  commissioner: codeSchema,
  service: z.enum(['day-programme', 'aftercare']),
  referredOn: dateSchema,
  startsOn: dateSchema,
  plannedEndOn: dateSchema,
  endedOn: dateSchema.optional(),
  endReason: z.enum(['completed', 'transferred', 'referred-on', 'left', 'withdrawn', 'died']).optional(),
  funding: z.enum(['spot', 'block']),
  block: codeSchema.optional(),
  goal: z.enum(['abstinence', 'reduction', 'safer-use']),
  intervention: z.enum(['recovery', 'crisis', 'closure']).optional(),
  substances: z.array(substanceSchema).min(1).max(8),
  sex: z.enum(['female', 'male', 'other', 'not-stated']),
  ageBand: z.enum(['18-24', '25-34', '35-44', '45-54', '55-64', '65+']).optional(),
  children: childrenSchema.optional(),
  referrer: codeSchema.optional(),
  reportAgreement: z.enum(['agreed', 'ordered', 'refused']).optional(),
  suspensions: z.array(suspensionSchema).max(20).optional(),
});

export type Placement = z.infer<typeof placementSchema>;

export const placement = recordType({
  type: 'placement',
  collection: 'placements',
  schema: placementSchema,
  check: (placement, problem) => {
    const { referredOn, startsOn, plannedEndOn, endedOn, endReason, funding, block, substances } = placement;
    if (isBefore(startsOn, referredOn)) problem('startsOn', 'date-order: must be on or after referredOn');
    if (isBefore(plannedEndOn, startsOn)) problem('plannedEndOn', 'date-order: must be on or after startsOn');
    if (isBefore(endedOn, startsOn)) problem('endedOn', 'date-order: must be on or after startsOn');
    if (!endedOn && endReason) problem('endedOn', 'required: an end reason needs its date');
    if (endedOn && !endReason) problem('endReason', 'required: an end needs its reason');
    if (funding === 'block' && !block) problem('block', 'required: name the block that funds it');
    if (funding === 'spot' && block) problem('block', 'not-applicable: a spot placement has no block');
    if (hasRepeats(substances)) problem('substances', 'repeated: name each substance once');
  },
  subjectOf: aboutPerson,
  happenedAt: ({ referredOn }) => referredOn,
});
