import * as z from 'zod';
import { codeSchema } from '../records/fields.ts';
import { dateOfDay } from '../records/london.ts';
import { mondayOf, sundayOf } from './iso-week.ts';
import { type PlacedPerson, placementWeeks } from './placement-weeks.ts';

/**
 * What the accounts keep of a placement that is not held any more, because its person was erased or its time to be
 * kept is over: who pays for which service, how, and the weeks that were used, by their numbers.
 */
export const erasedUseSchema = z.strictObject({
  commissioner: codeSchema,
  service: z.enum(['day-programme', 'aftercare']),
  funding: z.enum(['spot', 'block']),
  block: codeSchema.optional(),
  weeks: z.array(z.int()).min(1).readonly(),
});

export type ErasedUse = z.infer<typeof erasedUseSchema>;

/** What is to be kept of each of a person's placements that used a week up to the end of a day, by their ids. */
export function usesOf(person: PlacedPerson, day: number): ReadonlyMap<string, ErasedUse> {
  const byPlacement = Map.groupBy(placementWeeks(person, day), ({ placement }) => placement);
  return new Map(
    Array.from(byPlacement, ([{ id, data }, used]) => {
      const { commissioner, service, funding, block } = data;
      const weeks = used.map(({ week }) => week).sort((a, b) => a - b);
      return [id, { commissioner, service, funding, ...(block !== undefined && { block }), weeks }];
    }),
  );
}

/**
 * The person that a kept use stands for: one placement under its tag, which was open and attended in those weeks and in
 * no other. Whatever is worked out from people is worked out from these, too.
 */
export function personOfUse(provider: string, tag: string, { weeks, ...use }: ErasedUse): PlacedPerson {
  const first = Math.min(...weeks);
  const last = Math.max(...weeks);
  const used = new Set(weeks);
  const unused = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (week) => !used.has(week),
  );
  const endsOn = dateOfDay(sundayOf(last));
  return {
    placements: [
      {
        id: tag,
        provider,
        erased: true,
        data: {
          ...use,
          personRef: tag,
          startsOn: dateOfDay(mondayOf(first)),
          plannedEndOn: endsOn,
          endedOn: endsOn,
          suspensions: unused.map((week) => ({
            from: dateOfDay(mondayOf(week)),
            to: dateOfDay(sundayOf(week)),
          })),
        },
      },
    ],
    attendedDays: weeks.map(mondayOf),
  };
}
