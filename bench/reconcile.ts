import * as z from 'zod';
import type { BlockRecord } from '../shared/finance/block.ts';
import type { ClaimRecord } from '../shared/finance/claim.ts';
import { drawDown } from '../shared/finance/drawdown.ts';
import {
  type PlacedPerson,
  type PlacementRecord,
  placementWeeks,
} from '../shared/finance/placement-weeks.ts';
import { reconcile } from '../shared/finance/reconcile.ts';
import { statementOf } from '../shared/finance/statement.ts';
import { blockPrice, tariffOn } from '../shared/finance/tariff.ts';
import { usedAndClaimed } from '../shared/finance/used-and-claimed.ts';
import { dateOfDay, dayOf } from '../shared/records/london.ts';
import { type BenchSettings, type Comparison, counted, growthOf, inTurns, over, timeOf } from './compare.ts';
import { collectGarbage } from './garbage.ts';
import { middleOf } from './spread.ts';

/** A commissioner for every thousand placements, so that ten times as many are ten times the work, and no other. */
const PER_COMMISSIONER = 1_000;
type Sizes = { readonly few: number; readonly many: number };

/** A commissioner's thousand at the least, and ten times as many. */
const WHOLE: Sizes = { few: 10_000, many: 100_000 };
const QUICK: Sizes = { few: 2_000, many: 20_000 };

const FIRST_MONDAY = dayOf('2024-01-01');
const YEARS = 3;
const DAYS = YEARS * 364;
const LAST_DAY = FIRST_MONDAY + DAYS - 1;
const BLOCK_WEEKS = 1_200;

type Prepared = {
  readonly placements: string;
  readonly blocks: BlockRecord[];
  readonly claims: ClaimRecord[];
};

const placementsSchema = z.custom<readonly PlacementRecord[]>();

/**
 * Placements over three years charged, reconciled with their claims and stated, against parsing their JSON alone; how
 * that grows from a tenth of them; and how much memory it holds at the end.
 */
export async function* reconcileBlocks({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const sizes = quick ? QUICK : WHOLE;
  const prepared = [sizes.few, sizes.many].map(prepare);
  const turns = prepared.flatMap((all) => [
    () => timeOf(() => placementsOf(all)),
    () => timeOf(() => reconcileAll(all)),
  ]);
  const [parseFew = [], few = [], parse = [], many = []] = await inTurns(quick ? 1 : 7, turns);
  const held = prepared.map((all) => heldBy(() => reconcileAll(all)));
  for (const [i, count, floor, whole] of [
    [0, sizes.few, parseFew, few],
    [1, sizes.many, parse, many],
  ] as const)
    yield {
      what: `reconcile, ${counted(count)} placements`,
      rival: 'JSON.parse of the same placements',
      ratios: over(whole, floor),
      note: `${counted(Math.round(middleOf(whole)))} ms, ${held[i] ?? 0} MB held at the end`,
    };
  const times = sizes.many / sizes.few;
  const growth = (larger: readonly number[], smaller: readonly number[]) =>
    growthOf(
      `reconcile, ${counted(sizes.few)} to ${counted(sizes.many)} placements`,
      'placements',
      times,
      over(larger, smaller),
    );
  const floor = middleOf(growth(parse, parseFew).ratios).toFixed(2);
  yield { ...growth(many, few), note: `of parsing alone ${floor}` };
}

function placementsOf({ placements }: Prepared): readonly PlacementRecord[] {
  return placementsSchema.parse(JSON.parse(placements));
}

function reconcileAll(prepared: Prepared) {
  const placements = placementsOf(prepared);
  const { blocks, claims } = prepared;
  const charges = charged(placements, blocks);
  const lines = reconcile({ blocks, placements, charges, claims });
  const month = dateOfDay(LAST_DAY).slice(0, 7);
  const parties = { commissioner: 'C-0', provider: 'bench' };
  const statement = statementOf({
    ...parties,
    month,
    madeOnDay: LAST_DAY,
    blocks,
    charges,
    claims,
    issued: [],
  });
  return { charges, lines, statement };
}

function charged(placements: readonly PlacementRecord[], blocks: readonly BlockRecord[]) {
  const weeks = placements.flatMap((placement) => placementWeeks(personOf(placement), LAST_DAY));
  return drawDown(weeks, blocks);
}

/** Each placement is somebody else's, who came once a week. */
function personOf(placement: PlacementRecord): PlacedPerson {
  const start = dayOf(placement.data.startsOn);
  return { placements: [placement], attendedDays: Array.from({ length: 12 }, (_, i) => start + 7 * i) };
}

/** How much more memory is in use while what some work made is still held, in megabytes. */
function heldBy(work: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const made = work();
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  return made === undefined ? 0 : Math.round(held / 2 ** 20);
}

/** Twelve weeks each, begun evenly over the years; two of three from blocks, of which there are almost enough. */
function prepare(count: number): Prepared {
  const placements = Array.from({ length: count }, (_, i): PlacementRecord => {
    const start = FIRST_MONDAY + Math.floor((i / count) * (DAYS - 84));
    const commissioner = `C-${i % (count / PER_COMMISSIONER)}`;
    const funding =
      i % 3 === 0
        ? ({ funding: 'spot' } as const)
        : ({ funding: 'block', block: `B-${commissioner}-0` } as const);
    return {
      id: `PL-${i}`,
      provider: 'bench',
      data: {
        personRef: `SU-${i}`,
        commissioner,
        service: 'day-programme',
        startsOn: dateOfDay(start),
        plannedEndOn: dateOfDay(start + 83),
        endedOn: dateOfDay(start + 83 - (i % 5) * 7),
        ...(i % 20 === 0 && {
          suspensions: [{ from: dateOfDay(start + 14), to: dateOfDay(start + 27) }],
        }),
        ...funding,
      },
    };
  });
  const blocks = blocksFor(count);
  return { placements: JSON.stringify(placements), blocks, claims: claimsFor(placements, blocks) };
}

function blocksFor(count: number): BlockRecord[] {
  const price = blockPrice('day-programme', BLOCK_WEEKS, tariffOn('2024-01-01'));
  if (price.kind !== 'price') throw new Error('the benchmark made a block that is none');
  const commissioners = count / PER_COMMISSIONER;
  const needed = Math.ceil((PER_COMMISSIONER * 7) / BLOCK_WEEKS);
  return Array.from({ length: commissioners * needed }, (_, i) => {
    const commissioner = `C-${i % commissioners}`;
    const number = Math.floor(i / commissioners);
    const from = FIRST_MONDAY + 7 * Math.floor((number / needed) * (DAYS / 7 - 60));
    return {
      id: `B-${commissioner}-${number}`,
      data: {
        ...{ provider: 'bench', commissioner, service: 'day-programme', weeks: BLOCK_WEEKS },
        pricePence: price.pence,
        boughtOn: dateOfDay(from),
        validFrom: dateOfDay(from),
        validTo: dateOfDay(from + 52 * 7 - 1),
      },
    };
  });
}

/** A claim a month for each commissioner and block: what was used, but for every fiftieth line and every thirtieth. */
function claimsFor(placements: readonly PlacementRecord[], blocks: readonly BlockRecord[]): ClaimRecord[] {
  const used = usedAndClaimed(charged(placements, blocks), []);
  const accounts = Map.groupBy(
    used,
    ({ month, commissioner, account }) => `${month} ${commissioner} ${account}`,
  );
  return Array.from(accounts.values(), (ofAccount, i): ClaimRecord => {
    const lines = ofAccount
      .filter((_, line) => line % 50 !== 0)
      .map(({ placement, charges }, line) => ({
        placement,
        weeks: charges.length + (line % 30 === 0 ? 1 : 0),
        ratePence: charges[0]?.pence ?? 0,
      }));
    const totalPence = lines.reduce((sum, { weeks, ratePence }) => sum + weeks * ratePence, 0);
    const { month = '', commissioner = '', account = '' } = ofAccount[0] ?? {};
    return {
      id: `CL-${i}`,
      data: { provider: 'bench', commissioner, month, block: account, lines, totalPence },
    };
  });
}
