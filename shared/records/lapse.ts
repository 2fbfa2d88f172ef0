import * as z from 'zod';
import { codeSchema, dateSchema, referenceSchema, substanceSchema } from './fields.ts';
import { isBefore } from './cross-checks.ts';
import { aboutPerson, recordType } from './record-type.ts';

/** Use after abstinence that is being managed, and how it ended. */
const lapseSchema = z.strictObject({
  personRef: referenceSchema,
  openedOn: dateSchema,
  source: z.enum(['test', 'self-report', 'worker']),
  substance: substanceSchema,
  outcome: z.enum(['open', 'recovered', 'relapsed', 'exited']),
  returnedOn: dateSchema.optional(),
  closedOn: dateSchema.optional(),
  referredTo: codeSchema.optional(),
});

export type Lapse = z.infer<typeof lapseSchema>;

export const lapse = recordType({
  type: 'lapse',
  collection: 'lapses',
  schema: lapseSchema,
  check: ({ openedOn, outcome, returnedOn, closedOn, referredTo }, problem) => {
    const closes = outcome === 'relapsed' || outcome === 'exited';
    if (outcome === 'recovered' && !returnedOn)
      problem('returnedOn', 'required: the day they returned to the groups');
    if (outcome !== 'recovered' && returnedOn) problem('returnedOn', 'not-applicable: only with recovered');
    if (closes && !closedOn) problem('closedOn', 'required: the day the lapse ended');
    if (!closes && closedOn) problem('closedOn', 'not-applicable: only with relapsed or exited');
    if (outcome !== 'relapsed' && referredTo) problem('referredTo', 'not-applicable: only with relapsed');
    if (isBefore(returnedOn, openedOn)) problem('returnedOn', 'date-order: must be on or after openedOn');
    if (isBefore(closedOn, openedOn)) problem('closedOn', 'date-order: must be on or after openedOn');
  },
  subjectOf: aboutPerson,
  happenedAt: ({ openedOn }) => openedOn,
});
