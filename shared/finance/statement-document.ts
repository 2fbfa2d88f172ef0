import * as z from 'zod';
import { dateOfDay } from '../records/london.ts';
import { total } from './amount.ts';
import type { Block, BlockRecord } from './block.ts';
import type { Claim, ClaimRecord } from './claim.ts';
import { blockPrice, tariffOn } from './tariff.ts';
import type { ForwardView } from './forward-view.ts';
import { mondayOf, sundayOf, weekLabel } from './iso-week.ts';
import type { Outlook } from './outlook.ts';
import type { ReconciliationLine } from './reconcile.ts';
import type { Statement } from './statement.ts';

const amountSchema = z.strictObject({ weeks: z.int(), pence: z.int() });
const serviceSchema = z.enum(['day-programme', 'aftercare']);
const monthAmountSchema = z.strictObject({ month: z.string(), weeks: z.int(), pence: z.int() });

const outlookSchema = z.strictObject({
  /** The Sunday of the week in which the last week is used; absent when some are left at the end. */
  runsOutOn: z.string().optional(),
  expiring: amountSchema,
  /** The price for each week used, to the nearest penny; absent when none is. */
  effectivePence: z.int().optional(),
});

/** How many weeks of a block are left at the end of a week: as it was, and as it is expected. */
const burnDownSchema = z.strictObject({
  week: z.string(),
  monday: z.string(),
  /** Of a week that is over or has begun. */
  left: z.int().optional(),
  /** Of weeks from now on. */
  byPlannedEnds: z.int().optional(),
  byRecentRate: z.int().optional(),
});

const forwardSchema = z.strictObject({
  used: z.int(),
  left: amountSchema,
  /** So many placement weeks in so many weeks. */
  rate: z.strictObject({ used: z.int(), weeks: z.int() }),
  byPlannedEnds: outlookSchema,
  byRecentRate: outlookSchema,
  effectivePence: z.int().optional(),
  spotPence: z.int(),
  breakEvenWeeks: z.int(),
  burnDown: z.array(burnDownSchema),
});

const termsSchema = z.object({
  weeks: z.int(),
  pricePence: z.int(),
  boughtOn: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  orderNumber: z.string().optional(),
  contractRef: z.string().optional(),
  invoiceRef: z.string().optional(),
  /** What the tariff of the day it was bought asks for so many weeks; absent where it has no such block. */
  tariffPence: z.int().optional(),
});

const blockLineSchema = z.strictObject({
  block: z.string(),
  service: serviceSchema,
  /** Absent once the block is not there any more. */
  terms: termsSchema.optional(),
  /** What they were when it was withdrawn. */
  lastTerms: termsSchema.optional(),
  opening: amountSchema,
  bought: amountSchema,
  used: amountSchema,
  expired: amountSchema,
  /** By original month: what was given back is negative. */
  adjustments: z.array(
    z.strictObject({ month: z.string(), bought: amountSchema, used: amountSchema, expired: amountSchema }),
  ),
  closing: amountSchema,
  /** Absent when the block is over. */
  forward: forwardSchema.optional(),
});

/**
 * A month between one commissioner and one provider as it is kept: every file of a statement is written from it alone.
 * It names no placement and no person. Weeks are placement weeks, money is whole pence.
 */
export const statementDocumentSchema = z.strictObject({
  schema: z.literal(1),
  commissioner: z.string(),
  commissionerName: z.string(),
  provider: z.string(),
  providerName: z.string(),
  month: z.string(),
  state: z.enum(['provisional', 'final']),
  /** The last day that was looked at. */
  cutOff: z.string(),
  madeAt: z.string(),
  blocks: z.array(blockLineSchema),
  spot: z.array(
    z.strictObject({
      service: serviceSchema,
      used: amountSchema,
      /** What of it was used by placements that a block funds, and for which none had weeks. */
      noBlockLeft: amountSchema,
      /** By original month: what was given back is negative. */
      adjustments: z.array(monthAmountSchema),
    }),
  ),
  due: z.strictObject({ spot: z.int(), bought: z.int(), adjustments: z.int(), total: z.int() }),
  /** From 1 April, this month and adjustments included. */
  yearToDate: z.strictObject({
    fromMonth: z.string(),
    bought: amountSchema,
    drawn: amountSchema,
    spot: amountSchema,
    expired: amountSchema,
    duePence: z.int(),
  }),
  /** Used on the spot and not claimed so far, by month. */
  accrued: z.array(monthAmountSchema),
  /** Paid and not used at 31 March; in the statement of March alone. */
  prepayment: amountSchema.optional(),
  /**
   * Claims against what was used, by month and block or spot: of this month, and of those before it in which claims came
   * or use was adjusted since the last statement. How many placements each finding is of, and what it comes to.
   */
  reconciliation: z.array(
    z.strictObject({
      month: z.string(),
      /** A block's id, or `spot`. */
      account: z.string(),
      finding: z.enum([
        'claim-missing',
        'usage-missing',
        'outside-validity',
        'over-claimed',
        'under-claimed',
        'rate-differs',
        'matched',
      ]),
      placements: z.int(),
      used: amountSchema,
      claimed: amountSchema,
      /** Of how many of the placements each else is so that somebody should look at. */
      flags: z.record(z.string(), z.int()),
    }),
  ),
  /** The claims of those months. */
  claims: z.array(
    z.strictObject({
      id: z.string(),
      month: z.string(),
      account: z.string(),
      invoiceRef: z.string().optional(),
      placements: z.int(),
      claimed: amountSchema,
    }),
  ),
});

export type StatementDocument = z.infer<typeof statementDocumentSchema>;

export type StatementParts = {
  readonly statement: Statement;
  /** Of the blocks between the two that are not over. */
  readonly forward: readonly ForwardView[];
  /** Of the month between the two, and of earlier ones that are looked at again. */
  readonly lines: readonly ReconciliationLine[];
  /** Every claim between the two. */
  readonly claims: readonly ClaimRecord[];
  /** Blocks between the two that were withdrawn, as they were. */
  readonly withdrawn?: readonly BlockRecord[];
  readonly names: { readonly commissioner: string; readonly provider: string };
  readonly madeAt: string;
};

/** The statement of a month as it is kept and shown. */
export function statementDocument({
  statement,
  forward,
  lines,
  claims,
  withdrawn = [],
  names,
  madeAt,
}: StatementParts): StatementDocument {
  // A block bought in the days after the month that its last week has is the next statement's.
  const ofMonth = forward.filter(({ block }) => block.data.boughtOn.slice(0, 7) <= statement.month);
  const viewOf = new Map(ofMonth.map((view) => [view.block.id, view]));
  const { commissioner, provider, month, state, cutOff, due, prepayment } = statement;
  return statementDocumentSchema.parse({
    schema: 1,
    ...{ commissioner, commissionerName: names.commissioner, provider, providerName: names.provider },
    ...{ month, state, cutOff, madeAt },
    blocks: statement.blocks.map(({ terms, ...line }) => {
      const last = terms === undefined ? withdrawn.find(({ id }) => id === line.block)?.data : undefined;
      const view = viewOf.get(line.block);
      return {
        ...line,
        ...(terms && { terms: termsOf(terms) }),
        ...(last && { lastTerms: termsOf(last) }),
        ...(view && { forward: forwardOf(view) }),
      };
    }),
    spot: statement.spot,
    due,
    yearToDate: statement.yearToDate,
    accrued: statement.accrued,
    ...(prepayment && { prepayment }),
    reconciliation: summaryOf(lines),
    claims: claimsOf(claims, new Set([month, ...lines.map((line) => line.month)])),
  });
}

function termsOf(terms: Block) {
  const price = blockPrice(terms.service, terms.weeks, tariffOn(terms.boughtOn));
  return { ...terms, ...(price.kind === 'price' && { tariffPence: price.pence }) };
}

function forwardOf({ week: now, byPlannedEnds, byRecentRate, ...view }: ForwardView) {
  const { used, left, rate, spotPence, breakEvenWeeks } = view;
  return {
    ...{ used, left, rate, spotPence, breakEvenWeeks },
    ...(view.effectivePence !== undefined && { effectivePence: view.effectivePence }),
    byPlannedEnds: outlookOf(byPlannedEnds),
    byRecentRate: outlookOf(byRecentRate),
    burnDown: byPlannedEnds.burnDown.map(({ week, left: planned }, index) => ({
      week: weekLabel(week),
      monday: dateOfDay(mondayOf(week)),
      // Of the week under way the days to come are planned, too.
      ...(week <= now && { left: week === now ? left.weeks : planned }),
      ...(week >= now && { byPlannedEnds: planned, byRecentRate: byRecentRate.burnDown[index]?.left }),
    })),
  };
}

function outlookOf({ runsOutIn, expiring, effectivePence }: Outlook) {
  return {
    ...(runsOutIn !== undefined && { runsOutOn: dateOfDay(sundayOf(runsOutIn)) }),
    expiring,
    ...(effectivePence !== undefined && { effectivePence }),
  };
}

function summaryOf(lines: readonly ReconciliationLine[]) {
  const groups = Map.groupBy(lines, ({ month, account, finding }) => `${month} ${account} ${finding}`);
  return [...groups.values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    const { month, account, finding } = first;
    return {
      ...{ month, account, finding },
      placements: found.length,
      used: total(found.map(({ used }) => used)),
      claimed: total(found.map(({ claimed }) => claimed)),
      flags: countFlags(found),
    };
  });
}

function countFlags(lines: readonly ReconciliationLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { flags } of lines) for (const flag of flags) counts[flag] = (counts[flag] ?? 0) + 1;
  return counts;
}

function claimsOf(claims: readonly ClaimRecord[], months: ReadonlySet<string>) {
  return claims
    .filter(({ data }) => months.has(data.month))
    .map(({ id, data }) => listedClaim(id, data))
    .sort((a, b) => (`${a.month} ${a.id}` < `${b.month} ${b.id}` ? -1 : 1));
}

/** A claim as a statement lists it. */
export function listedClaim(
  id: string,
  { month, block: account, invoiceRef, lines, totalPence }: Claim,
): StatementDocument['claims'][number] {
  return {
    ...{ id, month, account },
    ...(invoiceRef !== undefined && { invoiceRef }),
    placements: lines.length,
    claimed: { weeks: lines.reduce((sum, { weeks }) => sum + weeks, 0), pence: totalPence },
  };
}
