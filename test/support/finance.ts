import type { Block, BlockRecord } from '../../shared/finance/block.ts';
import type { Claim, ClaimRecord } from '../../shared/finance/claim.ts';
import type { Charge } from '../../shared/finance/charge.ts';
import { drawDown } from '../../shared/finance/drawdown.ts';
import { sundayOf, weeksOfMonth } from '../../shared/finance/iso-week.ts';
import { type PlacementRecord, placementWeeks } from '../../shared/finance/placement-weeks.ts';
import { finalFrom } from '../../shared/finance/statement-dates.ts';
import { type IssuedStatement, statementOf } from '../../shared/finance/statement.ts';

/** Builders of what finance reads that state only what matters to a test; everything is between two parties. */

/** The smallest block of the day programme, 36 weeks for £9,541.80, £265.05 a week, valid all year from 5 January 2026. */
export function aBlock({ id = 'B1', ...terms }: Partial<Block> & { id?: string } = {}): BlockRecord {
  const data: Block = {
    provider: 'janus',
    commissioner: 'northshire',
    service: 'day-programme',
    weeks: 36,
    pricePence: 954_180,
    boughtOn: '2026-01-02',
    validFrom: '2026-01-05',
    validTo: '2027-01-03',
    ...terms,
  };
  return { id, data };
}

/** A claim of January 2026 on the spot; each line is the placement, its weeks and the pence of one. */
export function aClaim(
  lines: readonly (readonly [placement: string, weeks: number, ratePence: number])[],
  { id = 'C1', ...fields }: Partial<Omit<Claim, 'lines'>> & { id?: string } = {},
): ClaimRecord {
  const data: Claim = {
    provider: 'janus',
    commissioner: 'northshire',
    month: '2026-01',
    block: 'spot',
    lines: lines.map(([placement, weeks, ratePence]) => ({ placement, weeks, ratePence })),
    totalPence: lines.reduce((sum, [, weeks, ratePence]) => sum + weeks * ratePence, 0),
    ...fields,
  };
  return { id, data };
}

/** What placements are charged up to a day, each of a person of their own. */
export function chargesOf(
  placements: readonly PlacementRecord[],
  blocks: readonly BlockRecord[],
  cutOffDay: number,
): Charge[] {
  const people = Map.groupBy(placements, ({ provider, data }) => `${provider} ${data.personRef}`);
  const weeks = [...people.values()].flatMap((own) =>
    placementWeeks({ placements: own, attendedDays: [] }, cutOffDay),
  );
  return drawDown(weeks, blocks);
}

/** What was known when a month's final statement was made. */
export type Known = {
  readonly placements?: readonly PlacementRecord[];
  readonly blocks?: readonly BlockRecord[];
  readonly claims?: readonly ClaimRecord[];
  readonly issued?: readonly IssuedStatement[];
};

/** The final statement of a month, made on the 7th of the next unless another day is given. */
export function statementFor(
  month: string,
  { placements = [], blocks = [], claims = [], issued = [] }: Known,
  madeOnDay = finalFrom(month),
) {
  const day = Math.min(madeOnDay, sundayOf(weeksOfMonth(month).last));
  const charges = chargesOf(placements, blocks, day);
  const parties = { commissioner: 'northshire', provider: 'janus' };
  return statementOf({ ...parties, month, madeOnDay, blocks, charges, claims, issued });
}
