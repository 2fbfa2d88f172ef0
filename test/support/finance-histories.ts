import fc from 'fast-check';
import type { BlockRecord } from '../../shared/finance/block.ts';
import type { PlacementRecord } from '../../shared/finance/placement-weeks.ts';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { aBlock } from './finance.ts';
import { aPlacement } from './records.ts';

/** The months that random histories are about: a year of 53 weeks ends among them. */
export const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'] as const;

const FIRST_MONDAY = dayOf('2026-11-02');
const DAYS = 150;

/** What was known when each month's statement was made. */
export type History = readonly { readonly placements: PlacementRecord[]; readonly blocks: BlockRecord[] }[];

const date = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => dateOfDay(FIRST_MONDAY + days));

const party = {
  provider: fc.constantFrom('janus', 'janus', 'janus', 'other'),
  commissioner: fc.constantFrom('northshire', 'northshire', 'northshire', 'southport'),
  service: fc.constantFrom('day-programme', 'day-programme', 'aftercare'),
};

/** So small, so short and at such prices that blocks run out, expire, leave pence over and take turns. */
const anyBlock = fc
  .record({
    ...party,
    weeks: fc.integer({ min: 1, max: 20 }),
    pricePence: fc.integer({ min: 1, max: 500_000 }),
    boughtDaysBefore: fc.integer({ min: 0, max: 40 }),
    from: fc.integer({ min: 0, max: 15 }),
    length: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ boughtDaysBefore, from, length, ...terms }) => ({
    ...terms,
    boughtOn: dateOfDay(FIRST_MONDAY + from * 7 - boughtDaysBefore),
    validFrom: dateOfDay(FIRST_MONDAY + from * 7),
    validTo: dateOfDay(FIRST_MONDAY + (from + length) * 7 - 1),
  }));

const anySuspension = fc
  .tuple(date(0, DAYS), fc.integer({ min: 0, max: 20 }))
  .map(([from, days]) => ({ from, to: dateOfDay(dayOf(from) + days) }));

const anyPlacement = fc
  .record({
    ...party,
    personRef: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
    startsOn: date(-20, DAYS - 10),
    days: fc.option(fc.integer({ min: 0, max: 60 })),
    // Of these B3 is never bought.
    block: fc.option(fc.constantFrom('B0', 'B1', 'B2', 'B3')),
    suspensions: fc.array(anySuspension, { maxLength: 2 }),
  })
  .map(({ days, block, ...fields }) => ({
    ...fields,
    ...(block === null ? { funding: 'spot' as const } : { funding: 'block' as const, block }),
    ...(days === null
      ? {}
      : { endedOn: dateOfDay(dayOf(fields.startsOn) + days), endReason: 'left' as const }),
  }));

/** Which version of a record is current when each month's statement is made, or none; mostly the first. */
const versions = fc.array(fc.constantFrom(0, 0, 0, 0, 1, undefined), {
  minLength: MONTHS.length,
  maxLength: MONTHS.length,
});

function evolving<Fields>(any: fc.Arbitrary<Fields>, maxLength: number) {
  return fc.array(fc.record({ fields: fc.tuple(any, any), versions }), { maxLength });
}

function currentOf<Fields>(fields: readonly Fields[], version: number | undefined): Fields | undefined {
  return version === undefined ? undefined : fields[version];
}

/** What was known month by month, with records that arrive late, change and are withdrawn. */
export const anyHistory: fc.Arbitrary<History> = fc
  .record({ placements: evolving(anyPlacement, 8), blocks: evolving(anyBlock, 3) })
  .map(({ placements, blocks }) =>
    MONTHS.map((_, month) => ({
      placements: placements.flatMap(({ fields, versions }, i) => {
        const current = currentOf(fields, versions[month]);
        // The provider and the person of an id never change.
        return current === undefined
          ? []
          : [
              aPlacement({
                ...current,
                id: `A${i}`,
                provider: fields[0].provider,
                personRef: fields[0].personRef,
              }),
            ];
      }),
      blocks: blocks.flatMap(({ fields, versions }, i) => {
        const current = currentOf(fields, versions[month]);
        return current === undefined ? [] : [aBlock({ ...current, id: `B${i}` })];
      }),
    })),
  );
