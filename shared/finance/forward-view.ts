import { dateOfDay, dayOf } from '../records/london.ts';
import type { Amount } from './amount.ts';
import { type BlockRecord, penceLeft } from './block.ts';
import { oldestFirst, poolName } from './block-pools.ts';
import { continueAtRate } from './continue-at-rate.ts';
import type { Charge } from './charge.ts';
import { drawDown } from './drawdown.ts';
import { weekOfDay } from './iso-week.ts';
import { effectivePence, type Outlook, outlookOf } from './outlook.ts';
import { type PlacedPerson, placementWeeks } from './placement-weeks.ts';
import { NO_RATE, type Rate, recentRate } from './recent-rate.ts';
import { type Tariff, tariffOn } from './tariff.ts';
import { NO_USE, usedByBlock, weeksUsed } from './used-by-block.ts';

/** Where a block stands at the end of a day, and what will become of it. */
export type ForwardView = {
  readonly block: BlockRecord;
  readonly used: number;
  readonly left: Amount;
  /** The week of that day: up to it a burn-down is what was, after it what is expected. */
  readonly week: number;
  /** If every open placement ends as planned, those already agreed begin, and no other does. */
  readonly byPlannedEnds: Outlook;
  /** If placements go on using weeks at the recent rate. */
  readonly byRecentRate: Outlook;
  readonly rate: Rate;
  /** In which week it runs out, of the two; `latest` is undefined when in one of them it never does. */
  readonly runsOut: { readonly earliest: number | undefined; readonly latest: number | undefined };
  /** The price for each week used so far, to the nearest penny, beside the spot price of the day it was bought. */
  readonly effectivePence: number | undefined;
  readonly spotPence: number;
  /** From so many weeks used on the block has cost no more than as many on the spot. */
  readonly breakEvenWeeks: number;
};

/**
 * The view of every block that is bought and not over at the end of a day, oldest first.
 *
 * @param people everybody whose placements draw from these blocks; each person of each provider once
 * @example forwardView({ people, blocks, cutOffDay: dayOf('2026-10-04') })[0]?.runsOut
 */
export function forwardView({
  people,
  blocks,
  cutOffDay,
  pricesOn = tariffOn,
}: {
  readonly people: readonly PlacedPerson[];
  readonly blocks: readonly BlockRecord[];
  readonly cutOffDay: number;
  readonly pricesOn?: (date: string) => Tariff;
}): ForwardView[] {
  const horizon = blocks.reduce((latest, { data }) => Math.max(latest, dayOf(data.validTo)), cutOffDay);
  const weeks = people.flatMap((person) => placementWeeks(person, cutOffDay));
  const planned = people.flatMap((person) => placementWeeks(asPlanned(person, cutOffDay), horizon));
  const charges = drawDown(weeks, blocks, pricesOn);
  const usedSoFar = usedByBlock(charges);
  const usedAsPlanned = usedByBlock(drawDown(planned, blocks, pricesOn));
  const rates = ratesByPool(charges, cutOffDay);
  const now = weekOfDay(cutOffDay);
  const usedAtRate = continueAtRate({ blocks, usedSoFar, rates, now, until: weekOfDay(horizon) });
  return blocks
    .filter(({ data }) => dayOf(data.boughtOn) <= cutOffDay && dayOf(data.validTo) > cutOffDay)
    .toSorted(oldestFirst)
    .map((block): ForwardView => {
      const { data, id } = block;
      const used = weeksUsed(usedSoFar.get(id));
      const byPlannedEnds = outlookOf(data, usedAsPlanned.get(id) ?? NO_USE);
      const byRecentRate = outlookOf(data, usedAtRate.get(id) ?? NO_USE);
      const { spotPence } = pricesOn(data.boughtOn)[data.service];
      return {
        block,
        used,
        left: { weeks: data.weeks - used, pence: penceLeft(data, used) },
        week: now,
        byPlannedEnds,
        byRecentRate,
        rate: rates.get(poolName(data)) ?? NO_RATE,
        runsOut: rangeOf(byPlannedEnds.runsOutIn, byRecentRate.runsOutIn),
        effectivePence: effectivePence(data, used),
        spotPence,
        breakEvenWeeks: Math.ceil(data.pricePence / spotPence),
      };
    });
}

/** The person with every placement that is open at the end of a day ending as planned, but not before that day. */
function asPlanned({ placements, attendedDays }: PlacedPerson, cutOffDay: number): PlacedPerson {
  const today = dateOfDay(cutOffDay);
  return {
    attendedDays,
    placements: placements.map(({ data, ...record }) => {
      const { endedOn, plannedEndOn } = data;
      return {
        ...record,
        data: { ...data, endedOn: endedOn ?? (plannedEndOn < today ? today : plannedEndOn) },
      };
    }),
  };
}

function ratesByPool(charges: readonly Charge[], cutOffDay: number): ReadonlyMap<string, Rate> {
  const byPool = Map.groupBy(charges, ({ used: { placement } }) =>
    poolName({ provider: placement.provider, ...placement.data }),
  );
  return new Map(Array.from(byPool, ([pool, ofPool]) => [pool, recentRate(ofPool, cutOffDay)]));
}

function rangeOf(one: number | undefined, other: number | undefined): ForwardView['runsOut'] {
  if (one === undefined || other === undefined) return { earliest: one ?? other, latest: undefined };
  return { earliest: Math.min(one, other), latest: Math.max(one, other) };
}
