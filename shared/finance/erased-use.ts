import * as z from 'zod';
import { codeSchema } from '../records/fields.ts';
import { dateOfDay, dayOf } from '../records/london.ts';
import { mondayOf, sundayOf, weekOfDay } from './iso-week.ts';
import { type PlacedPerson, type PlacementRecord, placementWeeks } from './placement-weeks.ts';

/**
 * What the accounts keep of a placement that is not held any more, because its person was erased or its time to be
 * kept is over: who pays for which service, how, and by their numbers the week it began in and the weeks that were used.
 */
export const erasedUseSchema = z.strictObject({
  commissioner: codeSchema,
  service: z.enum(['day-programme', 'aftercare']),
  funding: z.enum(['spot', 'block']),
  block: codeSchema.optional(),
  /** The week it began in, by which placements are charged one after the other. */
  startWeek: z.int(),
  weeks: z.array(z.int()).min(1).readonly(),
});

export type ErasedUse = z.infer<typeof erasedUseSchema>;

/** What is to be kept of each of a person's placements that used a week up to the end of a day, by their ids. */
export function usesOf(person: PlacedPerson, day: number): ReadonlyMap<string, ErasedUse> {
  const byPlacement = Map.groupBy(placementWeeks(person, day), ({ placement }) => placement);
  return new Map(
    Array.from(byPlacement, ([{ id, data }, used]) => {
      const { commissioner, service, funding, block, startsOn } = data;
      const weeks = used.map(({ week }) => week).sort((a, b) => a - b);
      const startWeek = weekOfDay(dayOf(startsOn));
      return [
        id,
        { commissioner, service, funding, ...(block !== undefined && { block }), startWeek, weeks },
      ];
    }),
  );
}

/** A kept use, and under what it stands: its tag, or the id where that is somebody else's by now. */
export type UseUnder = { readonly id: string; readonly use: ErasedUse };

/**
 * A person with what stands for placements of theirs that are not held any more: each was open and attended in the weeks
 * that it used and in no other. Whatever is worked out from people is worked out from these, too.
 *
 * @param held what is held of the same person, if anything: nobody has two weeks of a commissioner at a time
 */
export function personWithUses(
  provider: string,
  uses: readonly UseUnder[],
  held: PlacedPerson = { placements: [], attendedDays: [] },
): PlacedPerson {
  return {
    placements: [...held.placements, ...uses.map((each) => placementOf(provider, each))],
    attendedDays: [...held.attendedDays, ...uses.flatMap(({ use }) => use.weeks.map(mondayOf))],
  };
}

function placementOf(provider: string, { id, use: { weeks, startWeek, ...use } }: UseUnder): PlacementRecord {
  const last = Math.max(...weeks);
  const used = new Set(weeks);
  const open = Array.from({ length: last - startWeek + 1 }, (_, i) => startWeek + i);
  const endsOn = dateOfDay(sundayOf(last));
  return {
    id,
    provider,
    erased: true,
    data: {
      ...use,
      personRef: id,
      startsOn: dateOfDay(mondayOf(startWeek)),
      plannedEndOn: endsOn,
      endedOn: endsOn,
      suspensions: open
        .filter((week) => !used.has(week))
        .map((week) => ({ from: dateOfDay(mondayOf(week)), to: dateOfDay(sundayOf(week)) })),
    },
  };
}
